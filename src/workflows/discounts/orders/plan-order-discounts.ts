import type { Database } from "../../../modules/core"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  discountNamesAmong,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  recordsOfOrder,
} from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import type { CartPlan } from "../../../rules/cart"
import {
  besidePromotions,
  evaluateDiscounts,
  PERSONAL_NAME,
  type DiscountAnswer,
  type DiscountFacts,
} from "../../../rules/discounts"
import { discountStage } from "../../../rules/discounts/cart/discount-stage"
import {
  adjustmentsOf,
  promotedOf,
  splitAdjustments,
  withDiscounts,
  withStoredPromotions,
  type OrderAdjustmentFacts,
  type TakenOff,
} from "../../../rules/discounts/orders/order-adjustments"
import { withWholeArticles } from "../../../rules/discounts/orders/whole-articles"
import type { Decimal } from "../../../rules/money"
import { isFreeDependent } from "../../cart/promotion-items"
import { DISCOUNT_PROVIDER } from "../cart/discount-provider"
import type { DiscountTrace } from "../../../rules/discounts/records/discount-trace"
import { settle } from "../cart/answer-beside-promotions"
import { channelOf, orderDiscountFacts } from "./order-discount-facts"
import { isLineEvaluated, toOrderLineFacts } from "./order-adjustments"
import type { OrderItem, OrderState } from "./order-state"
import { promotionsOnRemainder } from "./promotions-on-remainder"

export interface OrderDiscountsPlan {
  /** With lines added to the edit that share a value with those it touches. */
  state: OrderState
  facts: DiscountFacts
  answer: DiscountAnswer
  /** The adjustments that each line should have, by line id, others' and promotions' included. */
  adjustments: Map<string, OrderAdjustmentFacts[]>
  /** The previous version's record; null where the order has none. */
  before: DiscountTrace | null
}

/**
 * The discounts that an order should have (D21) on this date. Null where none can apply, and the order has none: then
 * nothing is changed.
 */
export async function planOrderDiscounts(
  container: MedusaContainer,
  given: OrderState,
  asOf: CivilDate,
): Promise<OrderDiscountsPlan | null> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const records = await recordsOfOrder(knex, given.order.id)
  const before = (records.filter(({ placed_at }) => placed_at).at(-1)?.trace ?? null) as DiscountTrace | null
  const mark = { provider: DISCOUNT_PROVIDER, names: await namesOf(knex, given, before) }
  const lines = splitAdjustments(given.items.map(toOrderLineFacts), mark)
  const { plan: planned, facts: found } = await orderDiscountFacts(container, given, {
    lines,
    asOf,
    personalPercent: personalOf(before),
  })
  if (!found && lines.every(({ ours }) => !ours.length)) {
    return null
  }
  const facts = found ?? withoutDiscounts(given, asOf)
  const state = touchingWholeArticles(given, { facts, answer: evaluateDiscounts(facts) })
  const leftOut = new Set(planned.lines.filter(isFreeDependent).map(({ line }) => line.id))
  const promote = (answer: DiscountAnswer): Promise<TakenOff[]> =>
    promoted(container, state, { lines: withPlanned(state, { lines, planned, facts, answer }), leftOut })
  const answer = await settle(besidePromotions(facts), async (found) => promotedOf(await promote(found)))
  const adjustments = new Map((await promote(answer)).map((one) => [one.line.id, adjustmentsOf(one)]))
  return { state, facts, answer, adjustments, before }
}

interface Planned {
  lines: TakenOff[]
  planned: CartPlan
  facts: DiscountFacts
  answer: DiscountAnswer
}

function withPlanned(state: OrderState, { lines, planned, facts, answer }: Planned): TakenOff[] {
  const { plan } = discountStage(planned, facts, answer)
  const isEvaluated = (lineId: string): boolean => isLineEvaluated(state, lineId)
  const hasCodes = !state.order.is_draft_order
  return withDiscounts(lines, plan, { isEvaluated, provider: DISCOUNT_PROVIDER, hasCodes })
}

/** Promotions on what the discounts leave: calculated again where Medusa does so, else as they are stored. */
async function promoted(
  container: MedusaContainer,
  state: OrderState,
  { lines, leftOut }: { lines: TakenOff[]; leftOut: ReadonlySet<string> },
): Promise<TakenOff[]> {
  const isRecalculated = state.order.is_draft_order || (state.change?.carriesPromotions ?? false)
  return isRecalculated ? promotionsOnRemainder(container, state, { lines, leftOut }) : lines.map(withStoredPromotions)
}

/**
 * Adds to the edit's touched lines those that share a value that counts once for the article. In an exchange or a
 * claim, what comes back takes its share along.
 */
function touchingWholeArticles(
  state: OrderState,
  evaluated: { facts: DiscountFacts; answer: DiscountAnswer },
): OrderState {
  const { order, items, change } = state
  if (change?.kind !== "order_edit") {
    return state
  }
  const edit = { before: order.items.map(toArticle), after: items.map(toArticle), touched: change.touched }
  return { ...state, change: { ...change, touched: withWholeArticles(edit, evaluated) } }
}

const toArticle = ({ id, variant_id, product_id }: OrderItem) => ({
  id,
  variantId: variant_id ?? null,
  productId: product_id ?? null,
})

/** The order's personal percentage; null: none. */
const personalOf = (before: DiscountTrace | null): Decimal | null =>
  before?.lines.flatMap(({ discounts }) => discounts).find(({ source }) => source === "personal")?.value ?? null

/** The names of discounts whose adjustments may have lost their provider id. */
async function namesOf(knex: Database, { items }: OrderState, before: DiscountTrace | null): Promise<Set<string>> {
  const sold = (before?.lines ?? []).flatMap(({ discounts }) => discounts.map(({ name }) => name))
  const unmarked = items.flatMap(({ adjustments }) =>
    adjustments
      .filter(({ promotion_id, provider_id }) => !promotion_id && !provider_id)
      .flatMap(({ description }) => description ?? []),
  )
  return new Set([PERSONAL_NAME, ...sold, ...(await discountNamesAmong(knex, unmarked))])
}

/** Facts without discounts, for an order that still has adjustments of earlier ones. */
const withoutDiscounts = (state: OrderState, asOf: CivilDate): DiscountFacts => ({
  channel: channelOf(state),
  currencyCode: state.order.currency_code,
  asOf,
  groups: [],
  personalPercent: null,
  lines: [],
  discounts: [],
  assignments: [],
  orderDiscounts: [],
  settings: {
    isAdvanced: true,
    onSpecialPrices: false,
    orderDiscountBase: "price",
    personalScope: "quick_order",
    maxDiscountPercent: null,
    minMarginPercent: null,
  },
})
