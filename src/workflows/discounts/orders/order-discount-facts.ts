import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCOUNTS_MODULE, type DiscountsModuleService, usedByOrder } from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import type { DiscountFacts, UsageFacts } from "../../../rules/discounts"
import { subtract, sum, type Decimal } from "../../../rules/money"
import { cartLinesOfOrder } from "../../billing/cart/cart-lines-of-order"
import type { DiscountSale } from "../cart/discount-sale"
import { findDiscountFacts } from "../cart/load-discount-facts"
import type { TakenOff } from "./order-adjustments"
import type { OrderState } from "./order-state"

/** An order as the discounts' rule wants to know it: judged as a cart is, on this date. Null where no discount can matter. */
export async function orderDiscountFacts(
  container: MedusaContainer,
  { order, items }: OrderState,
  { lines, asOf, personalPercent }: { lines: TakenOff[]; asOf: CivilDate; personalPercent: Decimal | null },
): Promise<DiscountFacts | null> {
  const facts = await findDiscountFacts(container, saleOf(order, lines), {
    asOf,
    ...termsOf(order, personalPercent),
    groups: groupsOf(order),
  })
  if (!facts) {
    return null
  }
  const companions = await companionsOf(container, { order, items })
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const used = await usedByOrder(knex, order.id)
  const less = <Kind extends { id: string; usage: UsageFacts }>(one: Kind): Kind =>
    used.has(one.id) ? { ...one, usage: withOneLess(one.usage) } : one
  return {
    ...facts,
    lines: facts.lines.map((line) => (companions.has(line.id) ? { ...line, kind: "companion" } : line)),
    discounts: facts.discounts.map(less),
    orderDiscounts: facts.orderDiscounts.map(less),
  }
}

/** Who was sold to on personal terms is so in an edit, too, wherever they count now. */
const termsOf = (order: OrderState["order"], personalPercent: Decimal | null) =>
  personalPercent !== null
    ? { channel: "quick_order" as const, personalPercent }
    : { channel: channelOf(order), personalPercent }

export const channelOf = ({ is_draft_order }: OrderState["order"]) =>
  is_draft_order ? ("draft_order" as const) : ("order_edit" as const)

/** What others have taken off a line is taken off its totals, as the cart's rooms do it. */
const saleOf = (order: OrderState["order"], lines: TakenOff[]): DiscountSale => ({
  ...order,
  id: null,
  items: lines.map(({ item, price, others }) => {
    const left = subtract(price, sum(others.map(({ amount }) => amount)))
    return { ...item, product: undefined, adjustments: [], subtotal: left, original_total: left }
  }),
})

/**
 * The groups of the order's customer. In a draft an admin has chosen the customer, who need not have an account. An order
 * of the shop may be a guest's, and anybody can type the e-mail address of somebody else.
 */
function groupsOf({ is_draft_order, cart, customer }: OrderState["order"]): string[] {
  const isTrusted = is_draft_order || !cart || customer?.has_account === true
  return isTrusted ? (customer?.groups ?? []).map(({ id }) => id) : []
}

async function companionsOf(container: MedusaContainer, { order, items }: Pick<OrderState, "order" | "items">) {
  const lines = items.map(({ id, product_id, variant_id }) => ({
    id,
    productId: product_id ?? null,
    variantId: variant_id ?? null,
    metadata: null,
  }))
  const records = await cartLinesOfOrder(container, { cartId: order.cart?.id ?? null, lines })
  return new Set([...records].filter(([, { kind }]) => kind !== "product").map(([id]) => id))
}

const withOneLess = (usage: UsageFacts): UsageFacts => ({
  ...usage,
  used: Math.max(0, usage.used - 1),
  usedByCustomer: Math.max(0, usage.usedByCustomer - 1),
})
