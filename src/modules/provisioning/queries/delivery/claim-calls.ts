import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CallStatus, ServiceAction } from "../../../../rules/provisioning"

/** A call as it is stored. */
export interface CallRow {
  id: string
  service_id: string
  action: ServiceAction
  status: CallStatus
  server_id: string | null
  request: Record<string, unknown> | null
  reason: string | null
  attempts: number
  settled_attempts: number
  failures: number
  is_in_doubt: boolean
  next_try_at: Date | null
  asked_by: string
  ended_at: Date | null
  created_at: Date
}

/**
 * Claims calls that are due, or whose worker was lost, the longest waiting first: each gets the number of its next attempt. A
 * server that wants to be left alone is left alone. A claim is a lease by the database's clock.
 */
export async function claimCalls(
  knex: Knex,
  { limit, seconds }: { limit: number; seconds: number },
): Promise<CallRow[]> {
  const { rows } = await knex.raw<{ rows: CallRow[] }>(
    `update provisioning_call set status = 'running', attempts = attempts + 1,
       next_try_at = now() + make_interval(secs => :seconds), updated_at = now()
     where id in (select c.id from provisioning_call c where c.next_try_at <= now() and c.deleted_at is null
       and not exists (select 1 from provisioning_server v where v.id = c.server_id and v.resting_until > now())
       order by c.next_try_at, c.id limit :limit for update of c skip locked)
     returning *`,
    { seconds, limit },
  )
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Keeps what is asked, before it is asked; from now on, what is to be created may exist. */
export async function recordRequest(knex: Knex, call: CallRow, request: unknown): Promise<void> {
  await knex.raw(
    `with made as (update provisioning_service set may_exist = true where id = ? and ? = 'create' and not may_exist)
     update provisioning_call set request = ? where id = ? and attempts = ?`,
    [call.service_id, call.action, JSON.stringify(request), call.id, call.attempts],
  )
}

/** When the next call is due; null: none waits. */
export async function isAnyCallDue(knex: Knex): Promise<boolean> {
  const row = await knex("provisioning_call")
    .where("next_try_at", "<=", knex.fn.now())
    .whereNull("deleted_at")
    .first<{ id: string } | undefined>("id")
  return row !== undefined
}
