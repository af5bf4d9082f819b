import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  acceptOrderTransferWorkflow,
  archiveOrderWorkflow,
  beginOrderEditOrderWorkflow,
  beginReceiveReturnWorkflow,
  beginReturnOrderWorkflow,
  cancelOrderFulfillmentWorkflow,
  cancelOrderWorkflow,
  completeOrderWorkflow,
  confirmOrderEditRequestWorkflow,
  confirmReturnReceiveWorkflow,
  confirmReturnRequestWorkflow,
  createOrderCreditLinesWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
  createOrderWorkflow,
  createOrUpdateOrderPaymentCollectionWorkflow,
  markOrderFulfillmentAsDeliveredWorkflow,
  markPaymentCollectionAsPaid,
  orderEditUpdateItemQuantityWorkflow,
  receiveItemReturnRequestWorkflow,
  refundPaymentsWorkflow,
  refundPaymentWorkflow,
  requestItemReturnWorkflow,
  requestOrderTransferWorkflow,
  updateOrderWorkflow,
} from "@medusajs/medusa/core-flows"
import type { OrderChangeKind } from "../../src/modules/core"

/** What a change of an order is made with: plain data, so that another process can make it. */
export interface OrderToChange {
  orderId: string
  /** A customer whom it may be transferred to. */
  customerId: string
}

type Make = (container: MedusaContainer, order: OrderToChange) => Promise<unknown>

const query = (container: MedusaContainer) => container.resolve(ContainerRegistrationKeys.QUERY)

async function lineIdOf(container: MedusaContainer, id: string): Promise<string> {
  const { data } = await query(container).graph({ entity: "order", fields: ["items.id"], filters: { id } })
  return data[0]?.items?.[0]?.id ?? ""
}

async function fulfillmentOf(container: MedusaContainer, id: string): Promise<string> {
  const { data } = await query(container).graph({ entity: "order", fields: ["fulfillments.id"], filters: { id } })
  return data[0]?.fulfillments?.[0]?.id ?? ""
}

async function paymentOf(container: MedusaContainer, id: string): Promise<string> {
  const fields = ["payment_collections.payments.id"]
  const { data } = await query(container).graph({ entity: "order", fields, filters: { id } })
  return data[0]?.payment_collections?.[0]?.payments?.[0]?.id ?? ""
}

async function returnOf(container: MedusaContainer, orderId: string): Promise<string> {
  const fields = ["id"]
  const { data } = await query(container).graph({ entity: "return", fields, filters: { order_id: orderId } })
  return data[0]?.id ?? ""
}

/** Two of a thing for 10.00 each, by code: nothing tells of it. */
export async function createOrderByCode(
  container: MedusaContainer,
  sale: { regionId: string; salesChannelId: string; variantId: string; shippingOptionId: string; isDraft?: boolean },
): Promise<string> {
  const { result } = await createOrderWorkflow(container).run({
    input: {
      region_id: sale.regionId,
      sales_channel_id: sale.salesChannelId,
      email: "clara@test.example",
      currency_code: "eur",
      shipping_address: { first_name: "Clara", country_code: "de" },
      items: [{ variant_id: sale.variantId, quantity: 2, title: "Mug", unit_price: 10 }],
      shipping_methods: [{ name: "Post", amount: 5, shipping_option_id: sale.shippingOptionId }],
      ...(sale.isDraft ? { status: "draft", is_draft_order: true } : {}),
    },
  })
  return result.id
}

/** Begins an edit of an order or a draft, to three of its first line. */
export async function beginEdit(container: MedusaContainer, order_id: string): Promise<void> {
  const id = await lineIdOf(container, order_id)
  await beginOrderEditOrderWorkflow(container).run({ input: { order_id } })
  await orderEditUpdateItemQuantityWorkflow(container).run({ input: { order_id, items: [{ id, quantity: 3 }] } })
}

/** What goes before a change, so that the change itself is one workflow. */
export const PREPARED: Partial<Record<string, Make>> = {
  edited: (container, { orderId }) => beginEdit(container, orderId),
  transferred: (container, { orderId, customerId }) =>
    requestOrderTransferWorkflow(container).run({
      input: { order_id: orderId, customer_id: customerId, logged_in_user: customerId },
    }),
  return_requested: async (container, { orderId }) => {
    const id = await lineIdOf(container, orderId)
    await beginReturnOrderWorkflow(container).run({ input: { order_id: orderId } })
    const return_id = await returnOf(container, orderId)
    await requestItemReturnWorkflow(container).run({ input: { return_id, items: [{ id, quantity: 1 }] } })
  },
  returned: async (container, { orderId }) => {
    const id = await lineIdOf(container, orderId)
    const return_id = await returnOf(container, orderId)
    await beginReceiveReturnWorkflow(container).run({ input: { return_id } })
    await receiveItemReturnRequestWorkflow(container).run({ input: { return_id, items: [{ id, quantity: 1 }] } })
  },
  paid: (container, { orderId }) =>
    createOrUpdateOrderPaymentCollectionWorkflow(container).run({ input: { order_id: orderId } }),
}

/** The changes of an order's life, in an order in which they can be made. */
export const LIFE: readonly { kind: OrderChangeKind; make: Make }[] = [
  {
    kind: "updated",
    make: (container, { orderId }) =>
      updateOrderWorkflow(container).run({ input: { id: orderId, user_id: "user", email: "new@test.example" } }),
  },
  {
    kind: "transferred",
    make: async (container, { orderId }) => {
      const [change] = await container
        .resolve(Modules.ORDER)
        .listOrderChanges({ order_id: orderId, status: "requested" }, { relations: ["actions"] })
      const token = String(change?.actions?.find(({ action }) => action === "TRANSFER_CUSTOMER")?.details?.token)
      return acceptOrderTransferWorkflow(container).run({ input: { order_id: orderId, token } })
    },
  },
  {
    kind: "edited",
    make: (container, { orderId }) => confirmOrderEditRequestWorkflow(container).run({ input: { order_id: orderId } }),
  },
  {
    kind: "paid",
    make: async (container, { orderId }) => {
      const fields = ["payment_collections.id"]
      const { data } = await query(container).graph({ entity: "order", fields, filters: { id: orderId } })
      return markPaymentCollectionAsPaid(container).run({
        input: { order_id: orderId, payment_collection_id: data[0]?.payment_collections?.[0]?.id ?? "" },
      })
    },
  },
  {
    kind: "fulfilled",
    make: async (container, { orderId }) => {
      const id = await lineIdOf(container, orderId)
      return createOrderFulfillmentWorkflow(container).run({
        input: { order_id: orderId, items: [{ id, quantity: 3 }] },
      })
    },
  },
  {
    kind: "shipped",
    make: async (container, { orderId }) => {
      const id = await lineIdOf(container, orderId)
      const fulfillment_id = await fulfillmentOf(container, orderId)
      return createOrderShipmentWorkflow(container).run({
        input: { order_id: orderId, fulfillment_id, items: [{ id, quantity: 3 }] },
      })
    },
  },
  {
    kind: "delivered",
    make: async (container, { orderId }) =>
      markOrderFulfillmentAsDeliveredWorkflow(container).run({
        input: { orderId, fulfillmentId: await fulfillmentOf(container, orderId) },
      }),
  },
  {
    kind: "return_requested",
    make: async (container, { orderId }) =>
      confirmReturnRequestWorkflow(container).run({ input: { return_id: await returnOf(container, orderId) } }),
  },
  {
    kind: "returned",
    make: async (container, { orderId }) =>
      confirmReturnReceiveWorkflow(container).run({ input: { return_id: await returnOf(container, orderId) } }),
  },
  {
    kind: "refunded",
    make: async (container, { orderId }) =>
      refundPaymentWorkflow(container).run({
        input: { payment_id: await paymentOf(container, orderId), amount: 1 },
      }),
  },
  {
    kind: "completed",
    make: (container, { orderId }) => completeOrderWorkflow(container).run({ input: { orderIds: [orderId] } }),
  },
  {
    kind: "archived",
    make: (container, { orderId }) => archiveOrderWorkflow(container).run({ input: { orderIds: [orderId] } }),
  },
]

/** What another order goes through. */
export const UNDONE: readonly { kind: OrderChangeKind; make: Make }[] = [
  {
    kind: "credited",
    make: (container, { orderId }) =>
      createOrderCreditLinesWorkflow(container).run({
        input: { id: orderId, credit_lines: [{ amount: 1, reference: "gift", reference_id: "gift_1" }] },
      }),
  },
  {
    kind: "fulfilled",
    make: async (container, { orderId }) => {
      const id = await lineIdOf(container, orderId)
      return createOrderFulfillmentWorkflow(container).run({
        input: { order_id: orderId, items: [{ id, quantity: 2 }] },
      })
    },
  },
  {
    kind: "fulfillment_canceled",
    make: async (container, { orderId }) =>
      cancelOrderFulfillmentWorkflow(container).run({
        input: { order_id: orderId, fulfillment_id: await fulfillmentOf(container, orderId) },
      }),
  },
  { kind: "paid", make: (container, order) => changeNamed("paid").make(container, order) },
  // Medusa's cancellation gives money back by this workflow, which tells nothing.
  {
    kind: "refunded",
    make: async (container, { orderId }) =>
      refundPaymentsWorkflow(container).run({
        input: [{ payment_id: await paymentOf(container, orderId), amount: 2 }],
      }),
  },
  {
    kind: "canceled",
    make: (container, { orderId }) => cancelOrderWorkflow(container).run({ input: { order_id: orderId } }),
  },
]

/** A change by its name, as another process is told it. */
export function changeNamed(kind: OrderChangeKind): { kind: OrderChangeKind; make: Make } {
  const found = [...LIFE, ...UNDONE].find((one) => one.kind === kind)
  if (!found) {
    throw new Error(`There is no change "${kind}" of an order to make`)
  }
  return found
}
