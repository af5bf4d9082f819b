import type { Asking } from "./ask-package-routes"

interface Callers {
  admin: Asking
  shopper: Asking
}

/** A sale from its order until its customer is erased: each route of sales is asked once. */
export async function askSalesRoutes({ admin, shopper }: Callers): Promise<void> {
  const { get, post } = admin
  const at = "/admin/sales"
  const { sales } = await get(`${at}?payment_status=paid`)
  const [first] = sales
  await get(`${at}/figures?unit=month`)
  await get(`${at}/csv?sold_from=2026-01-01`)
  await get(`${at}/${first.id}`)
  await get(`${at}/orders/${first.order_id}`)
  const { sales: open } = await get(`${at}?status=processing`)
  for (const change of ["hold", "release", "stop"]) {
    await post(`${at}/${open[0].id}/${change}`, { reason: "asked by phone" })
  }
  await post(`${at}/backfill`, { limit: 10 })
  const { checkpoint } = await post(`${at}/checkpoints`)
  await get(`${at}/checkpoints`)
  await get(`${at}/checkpoints/${checkpoint.number}/file`)
  await post(`${at}/verifications`)
  await get(`${at}/state`)
  await post(`${at}/packs`)
  await shopper.get("/store/customers/me/sales")
  await post(`${at}/customers/${first.customer_id}/erase`, { reason: "asked by letter" })
}
