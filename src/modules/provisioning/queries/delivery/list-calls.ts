import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AttemptOutcome, CallStatus, ServiceAction } from "../../../../rules/provisioning"
import type { CallRow } from "./claim-calls"

export interface AttemptRow {
  id: string
  call_id: string
  number: number
  outcome: AttemptOutcome
  reason: string | null
  answer: Record<string, unknown> | null
  milliseconds: number
  created_at: Date
}

const MOST = 50

/** The latest calls of a service, and their attempts. */
export async function callsOfService(
  knex: Knex,
  serviceId: string,
): Promise<{ calls: CallRow[]; attempts: AttemptRow[] }> {
  const calls: CallRow[] = await knex("provisioning_call")
    .select("*")
    .where({ service_id: serviceId })
    .whereNull("deleted_at")
    .orderBy("id", "desc")
    .limit(MOST)
  const attempts: AttemptRow[] = calls.length
    ? await knex("provisioning_attempt")
        .select("*")
        .whereIn(
          "call_id",
          calls.map(({ id }) => id),
        )
        .whereNull("deleted_at")
        .orderBy("id", "desc")
    : []
  return { calls, attempts }
}

/** Whether an earlier call than this one has tried to create its service. */
export async function wasCreatedBefore(
  knex: Knex,
  { id, service_id }: Pick<CallRow, "id" | "service_id">,
): Promise<boolean> {
  const earlier = await knex("provisioning_call")
    .where({ service_id, action: "create" })
    .whereNot({ id })
    .where("attempts", ">", 0)
    .whereNull("deleted_at")
    .first<{ id: string } | undefined>("id")
  return earlier !== undefined
}

export interface CallFilters {
  status?: CallStatus[]
  action?: ServiceAction[]
}

export type QueuedCall = CallRow & { title: string; provider_id: string; email: string | null; order_id: string }

const QUEUED: readonly CallStatus[] = ["failed", "awaiting_staff", "waiting", "running"]

/** One page of what is not over: the oldest first. */
export async function listQueuedCalls(
  knex: Knex,
  { status, action }: CallFilters,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ calls: QueuedCall[]; count: number }> {
  const wanted = status?.length ? status.filter((one) => QUEUED.includes(one)) : QUEUED
  const matching = knex("provisioning_call as c")
    .join("provisioning_service as s", "s.id", "c.service_id")
    .whereIn("c.status", [...wanted])
    .whereRaw("c.status in ('waiting', 'running', 'awaiting_staff', 'failed')")
    .whereNull("c.deleted_at")
  if (action?.length) {
    void matching.whereIn("c.action", action)
  }
  const [counted] = await matching.clone().count<{ count: string }[]>("c.id as count")
  const calls: QueuedCall[] = await matching
    .clone()
    .select("c.*", "s.title", "s.provider_id", "s.email", "s.order_id")
    .orderBy("c.id")
    .limit(limit)
    .offset(offset)
  return { calls, count: Number(counted?.count ?? 0) }
}
