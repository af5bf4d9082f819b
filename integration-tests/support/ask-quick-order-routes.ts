import type { Asking } from "./ask-package-routes"
import { createQuickOrderWorld } from "./create-quick-order-world"
import type { World } from "./create-world"
import type { TestStore } from "./store-test"

interface Callers {
  store: TestStore
  world: World
  admin: Asking
  shopper: Asking
}

/** A link from its making until an order is made by it, and it is revoked: each route of quick orders is asked once. */
export async function askQuickOrderRoutes(
  { store, world, admin, shopper }: Callers,
  { variant_id }: { variant_id: string },
): Promise<void> {
  const known = Object.assign({}, ...(await createQuickOrderWorld(store, world)).map(([, of]) => of)) as Record<
    string,
    string
  >
  const profile_id = known.profile_id ?? ""
  const { quick_order_link } = await admin.post("/admin/quick-order-links", { profile_id })
  const token = quick_order_link.url.split("/").pop()
  const ask = (path: string, body: object = {}) => shopper.post(`/store/quick-orders${path}`, { token, ...body })
  await ask("")
  await ask("/basket", { items: [{ variant_id, quantity: 1 }] })
  const { review } = await ask("/review", { note: "Ring twice" })
  const lines = review.lines.map(({ key, total }: { key: string; total: string }) => ({ key, total }))
  const shown = { total: review.total, lines }
  const { outcome } = await ask("/place", { turn: review.turn, attempt: review.attempt, shown })
  if (outcome !== "placed") {
    throw new Error(`The quick order was not placed: ${outcome}`)
  }
  await ask("/last-order")
  await ask("/requests", { variant_id: known.requested_id })
  const { requests } = await admin.get("/admin/billing/offer-requests?status=open")
  const request = requests.find(({ source }: { source: string }) => source === "quick_order")
  await admin.post(`/admin/billing/offer-requests/${request.id}/quote`, { unit_price: "450.00" })
  const form = { name: "Lena", email: "lena@test.example", key: "a-form-key-1", region_id: request.region_id }
  await shopper.post("/store/billing/offer-requests", { ...form, product_id: request.product_id })
  const asked = await admin.get("/admin/billing/offer-requests?status=open")
  await admin.post(`/admin/billing/offer-requests/${asked.requests[0].id}/close`, { reason: "sold out" })
  await admin.get(`/admin/quick-order-links?profile_id=${profile_id}`)
  await admin.post(`/admin/quick-order-links/${quick_order_link.id}/revoke`)
  await store.settled()
}
