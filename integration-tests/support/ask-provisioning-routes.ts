import type { Asking } from "./ask-package-routes"
import { giveLogin, giveService } from "./give-service"
import type { TestStore } from "./store-test"

interface Callers {
  store: TestStore
  admin: Asking
  shopper: Asking
}

/** Each route of provisioning is asked once. */
export async function askProvisioningRoutes(
  { store, admin: { get, post, delete: remove }, shopper }: Callers,
  of: { orderId: string; productId: string; customerId: string },
): Promise<void> {
  const at = "/admin/provisioning"
  const { serviceId, serverId } = await giveService(store.knex(), of)
  await get(`${at}/services`)
  await get(`${at}/services/${serviceId}`)
  await get(`${at}/queue`)
  await post(`${at}/services/${serviceId}`, { action: "done", shown: [{ label: "Room", value: "12" }] })
  await giveLogin(store.knex())
  await post(`${at}/services/${serviceId}/sign-on`)
  await shopper.post(`/store/customers/me/services/${serviceId}/sign-on`)
  await get(`${at}/providers`)
  await get(`${at}/servers`)
  const { server } = await post(`${at}/servers`, {
    provider_id: "pterodactyl",
    name: "Panel",
    credentials: { url: "https://panel.example.com", api_key: "ptla_0123456789" },
  })
  await post(`${at}/servers/${server.id}`, { capacity: 5, version: 1 })
  await post(`${at}/servers/${serverId}/test`)
  await get(`${at}/servers/${serverId}/drift`)
  await remove(`${at}/servers/${serverId}`)
  await get(`${at}/products/${of.productId}?provider_id=manual`)
  await post(`${at}/products/${of.productId}`, { provider_id: "manual", configuration: { instructions: "Call first" } })
  await get(`${at}/customers/${of.customerId}`)
  await post(`${at}/customers/${of.customerId}`, { never_suspend: true })
  await shopper.get("/store/customers/me/services")
}
