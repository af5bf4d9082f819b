import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Empties what services say of customers who are erased: what was asked of providers and answered by them, and, of services that
 * are over, address, note, choices and what was shown. The rows stay; what still runs keeps what it runs by.
 */
export async function eraseServicesOf(knex: Knex, customerIds: readonly string[]): Promise<void> {
  await knex.raw(
    `with own as (
       select id, remote from provisioning_service where customer_id = any(:customerIds)),
     calls as (
       update provisioning_call c set request = null, updated_at = now() from own
       where c.service_id = own.id and c.deleted_at is null and c.request is not null
         and c.status not in ('waiting', 'running', 'awaiting_staff')
       returning c.id),
     attempts as (
       update provisioning_attempt a set answer = null, reason = null, updated_at = now()
       where a.call_id in (select c.id from provisioning_call c join own on own.id = c.service_id)
         and a.deleted_at is null)
     update provisioning_service s set email = null, hold_note = null, shown = '[]'::jsonb, data = '{}'::jsonb,
       options = '{}'::jsonb, updated_at = now()
     from own where s.id = own.id and own.remote = 'terminated'`,
    { customerIds: [...customerIds] },
  )
}
