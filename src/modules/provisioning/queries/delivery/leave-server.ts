import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Lets go of the server that a service was to be made on, so that its next try chooses one anew. Not where there is no other one,
 * where something of it may be there, or where it takes over what is there.
 */
export async function leaveServer(trx: Knex, serviceId: string): Promise<void> {
  await trx.raw(
    `with freed as (
       update provisioning_service s set server_id = null
       where s.id = :serviceId and s.remote = 'none' and s.adopted_key is null and s.server_id is not null
         and exists (select 1 from provisioning_server v where v.provider_id = s.provider_id and v.id <> s.server_id
           and v.is_active and v.stop_reason is null and v.deleted_at is null)
         and not exists (select 1 from provisioning_call c where c.service_id = s.id and c.action = 'create'
           and (c.is_in_doubt or c.attempts > c.settled_attempts) and c.deleted_at is null)
       returning s.id)
     update provisioning_call c set server_id = null from freed
     where c.service_id = freed.id and c.status in ('waiting', 'failed') and c.deleted_at is null`,
    { serviceId },
  )
}
