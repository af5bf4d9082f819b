import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Lets go of the server that a service was to be made on, so that its next try chooses one anew. Not where something of it may be
 * there, nor where it takes over what is there.
 */
export async function leaveServer(trx: Knex, serviceId: string): Promise<void> {
  await trx.raw(
    `with freed as (
       update provisioning_service s set server_id = null
       where s.id = :serviceId and s.remote = 'none' and s.adopted_key is null and s.server_id is not null
         and not exists (select 1 from provisioning_call c where c.service_id = s.id and c.action = 'create'
           and (c.is_in_doubt or c.attempts > c.settled_attempts) and c.deleted_at is null)
       returning s.id)
     update provisioning_call c set server_id = null from freed
     where c.service_id = freed.id and c.status in ('waiting', 'failed') and c.deleted_at is null`,
    { serviceId },
  )
}
