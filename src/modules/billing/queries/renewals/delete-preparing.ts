import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { orderOfRenewal } from "../../../../rules/billing"

/**
 * Takes back the records of a batch that fails, where no order was made, so that nothing has to wait for them: a
 * subscription that cannot be billed can still be canceled. Only while the worker still holds the subscription: another may
 * be making the order by now. Medusa's own table is read in the same statement.
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
