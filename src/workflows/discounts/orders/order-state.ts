import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { loadOrder } from "../../orders/load-orders"
import type { OrderFacts, OrderLineFacts } from "../../orders/order-facts"
import {
  decimalOf,
  type DiscountCustomer,
  type DiscountItem,
  type DiscountItemAdjustment,
} from "../cart/evaluation-context"

/** An order's adjustment. */
export interface OrderAdjustment extends DiscountItemAdjustment {
  promotion_id?: string | null
}

export interface OrderItem extends DiscountItem {
  title: string
  /** Those of the order's last version; a line that the edit adds has none. */
  adjustments: OrderAdjustment[]
  /** The units that the customer keeps: without those that come back. Left out: all of them. */
  kept_quantity?: number
}

/** The fields of an order or a draft that its evaluation needs. */
export interface DiscountedOrder {
  id: string
  version: number
  is_draft_order: boolean
  status: string
  currency_code: string
  region_id: string | null
  sales_channel_id: string | null
  email: string | null
  customer_id: string | null
  customer?: DiscountCustomer | null
  shipping_address?: { country_code?: string | null } | null
  promotions?: ({ code?: string | null } | null)[]
  cart?: { id: string } | null
  items: OrderItem[]
}

/** Changes of an order that can sell something. */
export type SellingChange = "order_edit" | "exchange" | "claim"

/** An open edit, exchange or claim. */
export interface OrderChange {
  id: string
  kind: SellingChange
  version: number
  /** Whether the order's promotions are recalculated; Medusa's own switch of an order edit. */
  carriesPromotions: boolean
  /** Ids of the lines that it adds, changes or removes. */
  touched: Set<string>
  /** Ids of its `ITEM_ADJUSTMENTS_REPLACE` actions. */
  replacing: string[]
  /** The lines' adjustments in its preview, by line id. */
  shown: Map<string, OrderAdjustment[]>
}

/** An order with the lines of its open edit, or with its own where there is none. */
export interface OrderState {
  order: DiscountedOrder
  change: OrderChange | null
  items: OrderItem[]
}

/** A line of a preview, with how many of its units come back. */
interface PreviewedLine extends OrderItem {
  detail?: Partial<Record<(typeof COMING_BACK)[number], unknown>> | null
}

const COMING_BACK = [
  "return_requested_quantity",
  "return_received_quantity",
  "return_dismissed_quantity",
  "written_off_quantity",
] as const

const keptOf = ({ quantity, detail }: PreviewedLine): number =>
  Math.max(
    0,
    COMING_BACK.reduce((left, back) => left - Number(decimalOf(detail?.[back])), Number(quantity)),
  )

function kindOf({ exchange_id, claim_id }: { exchange_id?: string | null; claim_id?: string | null }): SellingChange {
  if (exchange_id) {
    return "exchange"
  }
  return claim_id ? "claim" : "order_edit"
}

const UNDER_WAY = ["pending", "requested"]
const OF_LINES = new Set(["ITEM_ADD", "ITEM_UPDATE", "ITEM_REMOVE"])
const REPLACING = "ITEM_ADJUSTMENTS_REPLACE"

/** An order without its open edit. Throws NOT_FOUND. */
export async function loadOrderState(container: MedusaContainer, orderId: string): Promise<OrderState> {
  const order = discountedOrder(await loadOrder(container, orderId))
  return { order, change: null, items: order.items }
}

/** In Medusa's names, so that orders and carts are evaluated in the same way. */
const discountedOrder = (order: OrderFacts): DiscountedOrder => ({
  id: order.id,
  version: order.version,
  is_draft_order: order.isDraft,
  status: order.status,
  currency_code: order.currencyCode,
  region_id: order.regionId,
  sales_channel_id: order.salesChannelId,
  email: order.email,
  customer_id: order.customerId,
  customer: order.customer && {
    id: order.customer.id,
    has_account: order.customer.hasAccount,
    groups: order.customer.groupIds.map((id) => ({ id })),
  },
  shipping_address: order.shippingAddress,
  promotions: order.promotionCodes.map((code) => ({ code })),
  cart: order.cartId === null ? null : { id: order.cartId },
  items: order.lines.map(orderItem),
})

const orderItem = (line: OrderLineFacts): OrderItem => ({
  ...line.snapshot,
  id: line.id,
  title: line.title,
  variant_id: line.variantId,
  product_id: line.productId,
  quantity: line.quantity,
  unit_price: line.unitPrice,
  compare_at_unit_price: line.compareAtUnitPrice,
  is_custom_price: line.isCustomPrice,
  is_tax_inclusive: line.isTaxInclusive,
  is_discountable: line.isDiscountable,
  tax_lines: line.taxLines,
  adjustments: line.adjustments.map((one) => ({
    id: one.id,
    code: one.code,
    promotion_id: one.promotionId,
    provider_id: one.providerId,
    description: one.description,
    amount: one.amount,
    is_tax_inclusive: one.isTaxInclusive,
  })),
})

/** An order with its open edit, exchange or claim; null where none is open. */
export async function loadEditedOrder(container: MedusaContainer, orderId: string): Promise<OrderState | null> {
  const orders = container.resolve(Modules.ORDER)
  const filters: Record<string, unknown> = { order_id: orderId, status: UNDER_WAY }
  const [change] = await orders.listOrderChanges(filters, { relations: ["actions"] })
  if (!change) {
    return null
  }
  const state = await loadOrderState(container, orderId)
  const preview = await orders.previewOrderChange(orderId)
  const lines = (preview.items ?? []) as unknown as PreviewedLine[]
  const given = new Map(state.items.map(({ id, adjustments }) => [id, adjustments]))
  const actions = change.actions ?? []
  return {
    ...state,
    items: lines
      .filter(({ quantity }) => Number(quantity) > 0)
      .map((line) => ({ ...line, adjustments: given.get(line.id) ?? [], kept_quantity: keptOf(line) })),
    change: {
      id: change.id,
      kind: kindOf(change),
      version: change.version,
      carriesPromotions: (change as { carry_over_promotions?: boolean | null }).carry_over_promotions ?? false,
      touched: new Set(
        actions.filter(({ action }) => OF_LINES.has(action)).map(({ details }) => String(details?.reference_id)),
      ),
      replacing: actions.filter(({ action }) => action === REPLACING).map(({ id }) => id),
      shown: new Map(lines.map(({ id, adjustments }) => [id, adjustments ?? []])),
    },
  }
}
