import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A service that staff is to create, and a server without services. Returns their ids. */
export async function giveService(
  knex: Knex,
  { orderId, productId, customerId }: { orderId: string; productId: string; customerId: string },
): Promise<{ serviceId: string; serverId: string }> {
  const [serviceId, serverId] = ["psvc_known", "psrv_known"]
  await knex("provisioning_server").insert({ id: serverId, provider_id: "webhook", name: "Known" })
  await knex("provisioning_service").insert({
    ...{ id: serviceId, source_id: "known", unit: 1, item_id: "known", order_id: orderId, product_id: productId },
    ...{ title: "Lessons", customer_id: customerId, provider_id: "manual", may_exist: true, standing: "running" },
    ...{ package_key: productId, wanted_package_key: productId },
  })
  await knex("provisioning_call").insert({
    ...{ id: "pcall_known", service_id: serviceId, action: "create", status: "awaiting_staff" },
    ...{ attempts: 1, settled_attempts: 1 },
  })
  return { serviceId, serverId }
}

/** The known service is active, and its customer can log in. */
export async function giveLogin(knex: Knex): Promise<void> {
  const configuration = JSON.stringify({ login_url: "https://lessons.example.com" })
  await knex("provisioning_service")
    .where({ id: "psvc_known" })
    .update({ status: "active", remote: "active", configuration })
}
