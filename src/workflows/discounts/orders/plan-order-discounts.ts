import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  discountNamesAmong,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  salesOfOrder,
} from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import { PERSONAL_NAME, type DiscountAnswer, type DiscountFacts } from "../../../rules/discounts"
import { discountStage } from "../../../rules/discounts/cart/discount-stage"
import type { Decimal } from "../../../rules/money"
import type { SaleTrace } from "../cart/sale-trace"
import { channelOf, orderDiscountFacts } from "./order-discount-facts"
import {
  adjustmentsOf,
  splitByTaker,
  withDiscounts,
  withPromotionsKept,
  type NewOrderAdjustment,
} from "./order-adjustments"
import type { OrderState } from "./order-state"
import { promotionsOnRest } from "./promotions-on-rest"
import { withWholeArticles } from "./whole-articles"

export interface OrderDiscountsPlan {
  /** The edit touches what shares an article's one value, too. */
  state: OrderState
  facts: DiscountFacts
  answer: DiscountAnswer
  /** What each line is to have taken off it, by line id: all of it, others' and promotions', too. */
  adjustments: Map<string, NewOrderAdjustment[]>
  /** The record of the version before; null where the order has none. */
  before: SaleTrace | null
}

/**
 * What the discounts of an order are to be (D21), on this date. Null where no discount can matter, and none ever did:
 * then Medusa's own word stands.
 */
export async function planOrderDiscounts(
  container: MedusaContainer,
  given: OrderState,
  asOf: CivilDate,
): Promise<OrderDiscountsPlan | null> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const sales = await salesOfOrder(knex, given.order.id)
  const before = (sales.filter(({ placed_at }) => placed_at).at(-1)?.trace ?? null) as SaleTrace | null
  const lines = splitByTaker(given, await namesOf(knex, given, before))
  const { plan: planned, facts: found } = await orderDiscountFacts(container, given, {
    lines,
    asOf,
    personalPercent: personalOf(before),
  })
  if (!found && lines.every(({ ours }) => !ours.length)) {
    return null
  }
  const facts = found ?? nothingToGive(given, asOf)
  const { plan, answer } = discountStage(planned, facts)
  const state = withWholeArticles(given, { facts, answer })
  const discounted = withDiscounts(lines, { state, plan })
  const isReckonedAnew = state.order.is_draft_order || (state.change?.carriesPromotions ?? false)
  const promoted = isReckonedAnew
    ? await promotionsOnRest(container, state.order, discounted)
    : discounted.map(withPromotionsKept)
  const adjustments = new Map(promoted.map((line) => [line.item.id, adjustmentsOf(line)]))
  return { state, facts, answer, adjustments, before }
}

/** The percentage that the order was sold with; null: none. */
const personalOf = (before: SaleTrace | null): Decimal | null =>
  before?.lines.flatMap(({ discounts }) => discounts).find(({ source }) => source === "personal")?.value ?? null

/** The names under which the order may have discounts that have lost their mark. */
async function namesOf(knex: Knex, { items }: OrderState, before: SaleTrace | null): Promise<Set<string>> {
  const sold = (before?.lines ?? []).flatMap(({ discounts }) => discounts.map(({ name }) => name))
  const unmarked = items.flatMap(({ adjustments }) =>
    adjustments
      .filter(({ code, promotion_id, provider_id }) => !code && !promotion_id && !provider_id)
      .flatMap(({ description }) => description ?? []),
  )
  return new Set([PERSONAL_NAME, ...sold, ...(await discountNamesAmong(knex, unmarked))])
}

/** Where there is no discount any more, and the order still has what one gave. */
const nothingToGive = ({ order }: OrderState, asOf: CivilDate): DiscountFacts => ({
  channel: channelOf(order),
  currencyCode: order.currency_code,
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
