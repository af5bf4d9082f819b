import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AttemptOutcome, CallStatus, ServiceAction } from "../../../../rules/provisioning"
import type { ServiceRow } from "../services/service-row"
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

export type ServiceOfCall = ServiceRow & {
  /** Whether an earlier call than this one has tried to create it. */
  was_created_before: boolean
  customer_never_suspend: boolean
}

/** The service that a call is of. */
export async function findServiceOfCall(
  knex: Knex,
  { id, service_id }: Pick<CallRow, "id" | "service_id">,
): Promise<ServiceOfCall | null> {
  const { rows } = await knex.raw<{ rows: ServiceOfCall[] }>(
    `select s.*, exists (select 1 from provisioning_call c where c.service_id = s.id and c.action = 'create' and c.id <> :id
       and c.attempts > 0 and c.deleted_at is null) as was_created_before,
       exists (select 1 from provisioning_customer u where u.customer_id = s.customer_id and u.never_suspend
         and u.deleted_at is null) as customer_never_suspend
     from provisioning_service s where s.id = :service_id and s.deleted_at is null`,
    { id, service_id },
  )
  return rows[0] ?? null
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
