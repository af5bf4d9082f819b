import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A renewal, or another one on its invoice, whose subscription the worker does not hold any more. */
const IS_ANOTHERS = `exists (select 1 from billing_renewal g join billing_subscription s on s.id = g.subscription_id
  where (g.id = r.id or g.id = r.billed_with or g.billed_with in (r.id, r.billed_with)) and g.deleted_at is null
    and not coalesce(s.claimed_by = ? and s.claimed_until > now(), false))`

/**
 * Deletes the records of a failed batch that have no order, so that a subscription that cannot be billed can still be
 * canceled. Only while the worker holds the claim: another may be creating the order by now. Reads Medusa's table in
 * the same statement.
 */
export async function deletePreparing(
  knex: Knex,
  { worker, renewalIds }: { worker: string; renewalIds: string[] },
): Promise<void> {
  await knex.raw(
    `delete from billing_renewal r
     where r.id = any(?) and r.status = 'preparing' and not ${IS_ANOTHERS}
       and not exists (select 1 from "order" o where o.id = 'order_' || substr(coalesce(r.billed_with, r.id), 6))`,
    [renewalIds, worker],
  )
}
