import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  isAnyProvisioned,
  ordersChangedSince,
  ordersSoldOnce,
  providersOfProducts,
  replacementsOfSubscribed,
  settledUntil,
  soldItems,
  type SoldItemRow,
} from "../../../modules/billing"
import { ordersWithChange } from "../../../modules/core"
import { firstPaymentOf, onceSoldStanding, subscriptionStanding, type LineOption } from "../../../rules/billing"
import { subtract } from "../../../rules/money"
import { loadOrders } from "../../orders/load-orders"
import type { SoldServices, SoldUnits } from "../../ports/sold-services"
import { cartLinesOfOrder } from "../cart/cart-lines-of-order"
import { orderPayment } from "../orders/order-payment"

type Provider = Pick<SoldUnits, "providerId" | "isAutomatic">
const NOBODY: Provider = { providerId: null, isAutomatic: false }

/** What was sold, as provisioning asks: the items of subscriptions, and the lines of orders that have none (S6). */
export const servicesSold: SoldServices = {
  isAnySold: (container) => isAnyProvisioned(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex),

  async ofOrders(container, orderIds, asOf) {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const items = await soldItems(knex, { orderIds, asOf })
    const lines = await linesSoldOnce(container, orderIds, items)
    const productIds = [
      ...new Set([...items.map(({ product_id }) => product_id), ...lines.map((one) => one.productId)]),
    ]
    const providers = await providersOfProducts(knex, productIds)
    const byId = new Map(items.map((item) => [item.id, item]))
    return [
      ...items.map((item) => unitsOfItem(item, { byId, provider: providers.get(item.product_id) ?? NOBODY })),
      ...lines.map((line) => ({ ...line, ...(providers.get(line.productId) ?? NOBODY) })),
    ]
  },

  async changedSince(container, since) {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const until = await settledUntil(knex)
    return { orderIds: since === null ? [] : await ordersChangedSince(knex, since), until }
  },
}

interface Family {
  byId: ReadonlyMap<string, SoldItemRow>
  provider: Provider
}

function unitsOfItem(item: SoldItemRow, { byId, provider }: Family): SoldUnits {
  const root = rootOf(item, byId)
  return {
    sourceId: root.order_line_id ?? root.id,
    itemId: item.id,
    quantity: item.quantity,
    orderId: item.order_id,
    subscriptionId: item.subscription_id,
    productId: item.product_id,
    variantId: item.variant_id,
    title: item.title,
    customerId: item.customer_id,
    email: item.email,
    ...provider,
    isCounted: true,
    standing: subscriptionStanding(item),
    hasOverdueInvoice: item.has_overdue_invoice,
    paidUntil: item.paid_until,
    options: valuesOf(item.options ?? []),
  }
}

/** The item that it was split off from, over any number of splits. */
function rootOf(item: SoldItemRow, byId: ReadonlyMap<string, SoldItemRow>): SoldItemRow {
  const before = item.split_from_id === null ? undefined : byId.get(item.split_from_id)
  return before ? rootOf(before, byId) : item
}

const valuesOf = (options: readonly Pick<LineOption, "key" | "value">[]): SoldUnits["options"] =>
  Object.fromEntries(options.map(({ key, value }) => [key, value]))

type SoldLine = Omit<SoldUnits, "providerId" | "isAutomatic">

/** Lines that no subscription goes on with: sold once, or free without an end. */
async function linesSoldOnce(
  container: MedusaContainer,
  orderIds: readonly string[],
  items: readonly SoldItemRow[],
): Promise<SoldLine[]> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const sales = await ordersSoldOnce(db.knex, orderIds)
  if (!sales.length) {
    return []
  }
  const counted = new Set(await ordersWithChange(db.knex, sales, "placed"))
  const recurring = new Set(items.flatMap(({ order_line_id }) => order_line_id ?? []))
  const orders = await loadOrders(container, sales)
  const lineIds = orders.flatMap(({ lines }) => lines.map(({ id }) => id))
  const unsold = new Set([...recurring, ...(await replacementsOfSubscribed(db.knex, lineIds))])
  const records = new Map(
    await Promise.all(orders.map(async (order) => [order.id, await cartLinesOfOrder(container, order)] as const)),
  )
  return orders
    .filter(({ isDraft }) => !isDraft)
    .flatMap((order) => {
      const standing = onceSoldStanding(firstPaymentOf(orderPayment(order)), options.activateOn)
      return order.lines.flatMap((line): SoldLine[] =>
        line.productId === null || line.variantId === null || unsold.has(line.id)
          ? []
          : [
              {
                sourceId: line.id,
                itemId: line.id,
                quantity: Number(subtract(line.quantity, line.returnedQuantity)),
                orderId: order.id,
                subscriptionId: null,
                productId: line.productId,
                variantId: line.variantId,
                title: line.title,
                customerId: order.customerId,
                email: order.email,
                isCounted: counted.has(order.id),
                standing,
                hasOverdueInvoice: false,
                paidUntil: null,
                options: valuesOf(records.get(order.id)?.get(line.id)?.options ?? []),
              },
            ],
      )
    })
}
