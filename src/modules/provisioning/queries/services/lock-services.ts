import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LockedService } from "./service-row"

/** Has whoever follows this order wait until the transaction is over: its units are counted and numbered by one at a time. */
export async function lockOrderOfServices(trx: Knex, orderId: string): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 60))", [orderId])
}

/** Services that are locked in the order of their ids, each with its current call. */
export async function lockServices(
  trx: Knex,
  by: { ids: readonly string[] } | { orderId: string },
): Promise<LockedService[]> {
  const [condition, value] = "ids" in by ? ["s.id = any(?)", [...by.ids]] : ["s.order_id = ?", by.orderId]
  const { rows } = await trx.raw<{ rows: LockedService[] }>(
    `select s.*, exists (select 1 from provisioning_customer u where u.customer_id = s.customer_id and u.never_suspend
         and u.deleted_at is null) as customer_never_suspend,
       c.id as call_id, c.action as call_action, c.status as call_status, c.attempts as call_attempts,
       coalesce(c.is_in_doubt or c.attempts > c.settled_attempts, false) as call_in_doubt
     from provisioning_service s left join provisioning_call c on c.service_id = s.id and c.deleted_at is null
       and c.status in ('waiting', 'running', 'awaiting_staff', 'failed')
     where ${condition} and s.deleted_at is null order by s.id for update of s`,
    [value],
  )
  return rows
}

/** The services of a customer that are not over. */
export async function runningServicesOf(knex: Knex, customerId: string): Promise<string[]> {
  return knex("provisioning_service")
    .where({ customer_id: customerId })
    .whereNot("remote", "terminated")
    .whereNull("deleted_at")
    .pluck("id")
}

/** The orders among these that have services. */
export async function ordersWithServices(knex: Knex, orderIds: readonly string[]): Promise<Set<string>> {
  if (!orderIds.length) {
    return new Set()
  }
  const ids: string[] = await knex("provisioning_service")
    .whereIn("order_id", [...orderIds])
    .whereNull("deleted_at")
    .distinct()
    .pluck("order_id")
  return new Set(ids)
}
