import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The services whose calls on a server were given up. */
export async function servicesGivenUpOn(knex: Knex, serverId: string): Promise<string[]> {
  return knex("provisioning_call")
    .where({ server_id: serverId })
    .whereRaw("status = 'failed'")
    .whereNull("deleted_at")
    .orderBy("service_id")
    .pluck("service_id")
}

/** The services of a provider that were given up before any server had room for them. */
export async function servicesGivenUpWithoutServer(knex: Knex, providerId: string): Promise<string[]> {
  return knex("provisioning_call as c")
    .join("provisioning_service as s", "s.id", "c.service_id")
    .whereRaw("c.status = 'failed'")
    .whereNull("c.server_id")
    .whereNull("c.deleted_at")
    .where("s.provider_id", providerId)
    .orderBy("c.service_id")
    .pluck("c.service_id")
}

/** The services of a product that could not be made or changed, and were given up. */
export async function servicesGivenUpFor(
  knex: Knex,
  product: { product_id: string; provider_id: string },
): Promise<string[]> {
  return knex("provisioning_call as c")
    .join("provisioning_service as s", "s.id", "c.service_id")
    .whereRaw("c.status = 'failed'")
    .whereIn("c.action", ["create", "change_package"])
    .whereNull("c.deleted_at")
    .where({ "s.product_id": product.product_id, "s.provider_id": product.provider_id })
    .orderBy("c.service_id")
    .pluck("c.service_id")
}

/** Has calls made again that were given up, of services that are locked. */
export async function retryCallsOf(trx: Knex, serviceIds: readonly string[]): Promise<void> {
  await trx("provisioning_call")
    .whereIn("service_id", [...serviceIds])
    .whereRaw("status = 'failed'")
    .whereNull("deleted_at")
    .update({ status: "waiting", failures: 0, next_try_at: trx.fn.now(), updated_at: trx.fn.now() })
}

/** Has calls made now that wait for room on any server of a provider. */
export async function wakeCallsWithoutServer(knex: Knex, providerId: string): Promise<void> {
  await knex("provisioning_call")
    .whereRaw("status = 'waiting'")
    .whereNull("server_id")
    .whereNull("deleted_at")
    .whereIn("service_id", knex("provisioning_service").select("id").where({ provider_id: providerId }))
    .update({ next_try_at: knex.fn.now(), updated_at: knex.fn.now() })
}
