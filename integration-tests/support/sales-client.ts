import { createOrderFulfillmentWorkflow, createOrderShipmentWorkflow } from "@medusajs/medusa/core-flows"
import { markOrderFulfillmentAsDeliveredWorkflow, refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { SaleDetailAnswer, SaleListAnswer } from "../../src/contracts/sales/sales"
import { changeSaleWorkflow } from "../../src/workflows/sales/orders/change-sale"
import { followDueSales } from "../../src/workflows/sales/orders/follow-due-sales"
import { followOrder } from "../../src/workflows/sales/orders/follow-order"
import type { World } from "./create-world"
import { refusalOf } from "./refusal-of"
import type { TestStore } from "./store-test"

/** The sales history as an admin has it, and what happens to orders as Medusa does it. */
export class SalesClient {
  constructor(
    private readonly store: TestStore,
    private readonly world: World,
  ) {}

  list = async (query: Record<string, unknown> = {}): Promise<SaleListAnswer> =>
    (await this.store.api.get("/admin/sales", { ...this.world.adminHeaders, params: query })).data

  ofOrder = async (orderId: string): Promise<SaleDetailAnswer> =>
    (await this.store.api.get(`/admin/sales/orders/${orderId}`, this.world.adminHeaders)).data.sale

  change = async (id: string, change: string, reason = "asked by phone"): Promise<SaleDetailAnswer> =>
    (await this.store.api.post(`/admin/sales/${id}/${change}`, { reason }, this.world.adminHeaders)).data.sale

  refused = (id: string, change: string, body: object = { reason: "asked by phone" }) =>
    refusalOf(this.store.api.post(`/admin/sales/${id}/${change}`, body, this.world.adminHeaders))

  /** The statuses that a sale went through. */
  way = async (orderId: string): Promise<string[]> =>
    (await this.ofOrder(orderId)).events.flatMap(({ to_status }) => to_status ?? [])

  follow = (orderId: string, asOf: string) =>
    followOrder(this.store.container(), { orderId, now: new Date(), asOf, cause: "day" })

  /** As an hour's job does it. Returns how many sales were looked at. */
  followDue = (asOf: string): Promise<number> => followDueSales(this.store.container(), { now: new Date(), asOf })

  /** As a process does it that dies before the sale has caught up with its order. */
  async releaseAndDie(id: string): Promise<void> {
    const now = new Date().toISOString()
    const input = { id, change: "release" as const, reason: "asked by phone", actor: "system", now }
    await changeSaleWorkflow(this.store.container()).run({ input })
  }

  private async read(orderId: string) {
    const { data } = await this.store
      .container()
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "order",
        fields: ["items.id", "payment_collections.payments.id"],
        filters: { id: orderId },
      })
    return data[0]
  }

  /** Fulfils one of each line of an order, of all of them where none are named; returns the fulfilment's id. */
  async fulfil(orderId: string, lineIds?: readonly string[]): Promise<string> {
    const order = await this.read(orderId)
    const ids = (order?.items ?? []).flatMap((item: { id: string } | null) => item?.id ?? [])
    const items = ids
      .filter((id: string) => !lineIds || lineIds.includes(id))
      .map((id: string) => ({ id, quantity: 1 }))
    const { result } = await createOrderFulfillmentWorkflow(this.store.container()).run({
      input: { order_id: orderId, items },
    })
    await this.store.settled()
    return result.id
  }

  async ship(orderId: string, fulfillment_id: string, lineIds: readonly string[]): Promise<void> {
    await createOrderShipmentWorkflow(this.store.container()).run({
      input: { order_id: orderId, fulfillment_id, items: lineIds.map((id) => ({ id, quantity: 1 })) },
    })
    await this.store.settled()
  }

  async deliver(orderId: string, fulfillmentId: string): Promise<void> {
    await markOrderFulfillmentAsDeliveredWorkflow(this.store.container()).run({ input: { orderId, fulfillmentId } })
    await this.store.settled()
  }

  /** As an admin does it. */
  async cancelOrder(orderId: string): Promise<void> {
    await this.store.api.post(`/admin/orders/${orderId}/cancel`, {}, this.world.adminHeaders)
    await this.store.settled()
  }

  async captureByAdmin(orderId: string): Promise<void> {
    await this.store.api.post(`/admin/payments/${await this.paymentOf(orderId)}/capture`, {}, this.world.adminHeaders)
    await this.store.settled()
  }

  private async paymentOf(orderId: string): Promise<string> {
    return (await this.read(orderId))?.payment_collections?.[0]?.payments?.[0]?.id ?? ""
  }

  async refundByAdmin(orderId: string, amount: number): Promise<void> {
    const path = `/admin/payments/${await this.paymentOf(orderId)}/refund`
    await this.store.api.post(path, { amount }, this.world.adminHeaders)
    await this.store.settled()
  }

  async refund(orderId: string, amount: number): Promise<void> {
    const payment_id = await this.paymentOf(orderId)
    await refundPaymentWorkflow(this.store.container()).run({ input: { payment_id, amount } })
    await this.store.settled()
  }
}
