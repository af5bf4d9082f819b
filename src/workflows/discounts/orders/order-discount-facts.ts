import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCOUNTS_MODULE, type DiscountsModuleService, usedByOrder } from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import type { DiscountFacts, UsageFacts } from "../../../rules/discounts"
import { withOneLess } from "../../../rules/discounts/eligibility/with-one-less"
import { sum, type Decimal } from "../../../rules/money"
import { plannedAsIs, type CartPlan, type LineRecord } from "../../../rules/cart"
import { lineRecordsOfOrder } from "../../cart/line-records-of-order"
import { toCartLine } from "../../cart/to-cart-facts"
import { dependentLinesOfOrder } from "../../ports/dependent-lines"
import { customerTerms } from "../../ports/customer-terms"
import { findDiscountFacts, type DiscountTerms } from "../cart/load-discount-facts"
import { contextOfPlan } from "../cart/context-of-plan"
import type { TakenOff } from "../../../rules/discounts/orders/order-adjustments"
import type { OrderItem, OrderState } from "./order-state"

/** An order's plan before discounts, and the facts of its evaluation. */
export interface OrderToDiscount {
  plan: CartPlan
  /** Null where no discount can apply. */
  facts: DiscountFacts | null
}

/** Loads the facts of an order's evaluation on this date, in the same way as a cart's. */
export async function orderDiscountFacts(
  container: MedusaContainer,
  { order, items, change }: OrderState,
  { lines, asOf, personalPercent }: { lines: TakenOff[]; asOf: CivilDate; personalPercent: Decimal | null },
): Promise<OrderToDiscount> {
  const matched = matchedOf({ order, items })
  const [records, dependent] = await Promise.all([
    lineRecordsOfOrder(container, matched),
    dependentLinesOfOrder(container, matched),
  ])
  const plan = planOf({ order, items, change }, lines, { records, dependent })
  const facts = await findDiscountFacts(container, contextOfPlan(plan, { ...order, id: null }), {
    asOf,
    ...(await termsOf(container, { order, change }, personalPercent)),
  })
  if (!facts) {
    return { plan, facts }
  }
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const used = await usedByOrder(knex, order.id)
  const less = <Kind extends { id: string; usage: UsageFacts }>(one: Kind): Kind =>
    used.has(one.id) ? { ...one, usage: withOneLess(one.usage) } : one
  return {
    plan,
    facts: { ...facts, discounts: facts.discounts.map(less), orderDiscounts: facts.orderDiscounts.map(less) },
  }
}

/**
 * An order made with a personal percentage keeps it in an edit, whatever the setting is now; one without has the customer's of
 * today, where the setting says so (D25). A quick order has the groups of the customer whose link it is.
 */
async function termsOf(
  container: MedusaContainer,
  state: Pick<OrderState, "order" | "change">,
  agreed: Decimal | null,
): Promise<Pick<DiscountTerms, "channel" | "personalPercent" | "groups">> {
  const { cart, customer_id } = state.order
  const terms = customerTerms.get()
  const quick = cart ? (await terms.ofCart(container, { id: cart.id, accountId: null })).quickOrder : null
  const groups = quick?.groups ?? groupsOf(state.order)
  if (agreed !== null) {
    return { channel: "quick_order", personalPercent: agreed, groups }
  }
  const isKnown = customer_id !== null && isTrusted(state.order)
  const personalPercent = isKnown ? await terms.percentOf(container, customer_id) : null
  return { channel: channelOf(state), personalPercent, groups }
}

export const channelOf = ({ order, change }: Pick<OrderState, "order" | "change">) =>
  order.is_draft_order ? ("draft_order" as const) : (change?.kind ?? ("order_edit" as const))

/**
 * The lines after the edit, each with others' adjustments, without earlier discounts. Units that come back are not
 * counted, except on a line that the edit changes: its amount is that of the whole line.
 */
function planOf(
  { order, items, change }: OrderState,
  lines: TakenOff[],
  { records, dependent }: { records: Map<string, LineRecord>; dependent: ReadonlySet<string> },
): CartPlan {
  const othersOf = new Map(lines.map(({ line, others }) => [line.id, others]))
  const lineOf = new Map([...records].map(([lineId, { id }]) => [id, lineId]))
  const quantityOf = (item: OrderItem) =>
    change?.touched.has(item.id) ? item.quantity : (item.kept_quantity ?? item.quantity)
  const kept = items.map((item) => ({ ...item, quantity: quantityOf(item) }))
  const planned = kept
    .filter(({ quantity }) => quantity !== 0)
    .map((item) => {
      const record = records.get(item.id) ?? null
      return {
        ...plannedAsIs(toCartLine({ ...item, product: undefined, adjustments: [] }), record),
        identity: record ? identityOf(record, lineOf) : dependent.has(item.id) ? DEPENDENT : null,
        takenByOthers: sum((othersOf.get(item.id) ?? []).map(({ amount }) => amount)),
      }
    })
  const cart = { id: order.id, currencyCode: order.currency_code, locale: null, lines: [], records: [] }
  const ids = { recordId: () => "", lineId: () => "", key: () => "" }
  return { cart, ids, lines: planned, explanations: [] }
}

/** A parent that is no line of the order any more leaves its id: it only matters that there was one. */
const identityOf = ({ room, kind, parentId, payload }: LineRecord, lineOf: ReadonlyMap<string, string>) => ({
  room,
  kind,
  parentLineId: parentId === null ? null : (lineOf.get(parentId) ?? parentId),
  payload,
})

/** A dependent line without a record: an admin's sale has added it. */
const DEPENDENT = { room: "", kind: "", parentLineId: "", payload: {} }

/**
 * The groups of the order's customer. In a draft an admin has chosen the customer, with or without an account. An order
 * of the shop may be a guest's, and anybody can type the e-mail address of somebody else.
 */
const groupsOf = (order: OrderState["order"]): string[] =>
  isTrusted(order) ? (order.customer?.groups ?? []).map(({ id }) => id) : []

const isTrusted = ({ is_draft_order, cart, customer }: OrderState["order"]): boolean =>
  is_draft_order || !cart || customer?.has_account === true

const matchedOf = ({ order, items }: Pick<OrderState, "order" | "items">) => ({
  cartId: order.cart?.id ?? null,
  lines: items.map(({ id, product_id, variant_id, metadata }) => ({
    id,
    productId: product_id ?? null,
    variantId: variant_id ?? null,
    metadata: metadata ?? null,
  })),
})
