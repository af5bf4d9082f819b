import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { orderOfRenewal } from "../../../../rules/billing"

/**
 * Deletes the records of a failed batch that have no order, so that a subscription that cannot be billed can still be
 * canceled. Only while the worker holds the claim: another may be creating the order by now. Reads Medusa's table in
 * the same statement.
 */
export async function deletePreparing(
  knex: Knex,
  { worker, renewalIds }: { worker: string; renewalIds: string[] },
): Promise<void> {
  const renewals = renewalIds.map((id) => ({ id, order_id: orderOfRenewal(id) }))
  await knex.raw(
    `delete from billing_renewal r using jsonb_to_recordset(cast(? as jsonb)) as x(id text, order_id text)
     where r.id = x.id and r.id = any(?) and r.status = 'preparing'
       and exists (select 1 from billing_subscription s
         where s.id = r.subscription_id and s.claimed_by = ? and s.claimed_until > now())
       and not exists (select 1 from "order" o where o.id = x.order_id)`,
    [JSON.stringify(renewals), renewalIds, worker],
  )
}
