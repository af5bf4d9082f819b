import fc from "fast-check"
import {
  ASSIGNMENT_LEVELS,
  DISCOUNT_TYPES,
  EVERYONE,
  FIXED_PER,
  MODES,
  DISCOUNT_CHANNELS,
  TRIGGERS,
  type ArticleDiscount,
  type Assignment,
  type DateBounds,
  type DiscountFacts,
  type DiscountRule,
  type DiscountSettings,
  type OrderDiscount,
  type EvaluatedLine,
  type UsageFacts,
} from "../discounts"
import { minorUnits, round, type Decimal } from "../money"
import { amounts, decimalOf, moneyIn } from "./arbitraries"

/** Random facts from a small catalogue, so that lines of one article, of one product and of one category meet. */

const GROUPS = [EVERYONE, "b2b", "vip"]
const TODAY = "2026-03-29"

/** Mostly this, so that most discounts apply. */
const mostly = <Value>(usual: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 5 }, { arbitrary: other, weight: 1 })

const percents: fc.Arbitrary<Decimal> = fc.oneof(
  fc.constantFrom("0", "5", "10", "33.3333", "50", "99.99", "100"),
  fc.integer({ min: 0, max: 10_000 }).map((units) => decimalOf(units, 2)),
)

const periods: fc.Arbitrary<DateBounds> = fc.record({
  isLimited: mostly(false, fc.constant(true)),
  startsOn: fc.constantFrom(null, "2026-01-01", TODAY, "2026-03-30"),
  endsOn: fc.constantFrom(null, "2026-03-28", TODAY, "2026-12-31"),
})

const usages: fc.Arbitrary<UsageFacts> = fc.record({
  limit: mostly<number | null>(null, fc.constant(3)),
  used: fc.nat(3),
  limitPerCustomer: mostly<number | null>(null, fc.constant(1)),
  usedByCustomer: fc.nat(1),
})

const groupLists = mostly([EVERYONE], fc.subarray(GROUPS))

const bounds = (trigger: DiscountRule["trigger"], currency: string) => {
  const bound = trigger === "quantity" ? fc.nat(8).map(String) : moneyIn(currency, 50_000)
  return fc
    .tuple(fc.option(bound, { nil: null }), mostly<string | null>(null, bound))
    .map(([a, b]) => (a !== null && b !== null && Number(a) > Number(b) ? [b, a] : [a, b]))
}

const rules = (currency: string): fc.Arbitrary<DiscountRule> =>
  fc
    .record({
      trigger: fc.constantFrom(...TRIGGERS),
      mode: fc.constantFrom(...MODES),
      per: fc.constantFrom(...FIXED_PER),
    })
    .chain(({ trigger, mode, per }) =>
      fc
        .tuple(bounds(trigger, currency), mode === "percent" ? percents : moneyIn(currency, 2_000))
        .map(([[min = null, max = null], value]) => ({
          id: "rule",
          ...{ trigger, mode, per, min, max, value },
          currencyCode: trigger === "amount" || mode === "fixed" ? currency : null,
        })),
    )

const discounts = (id: string, currency: string): fc.Arbitrary<ArticleDiscount> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`Discount ${id}`),
    type: fc.constantFrom(...DISCOUNT_TYPES),
    isActive: mostly(true, fc.constant(false)),
    groups: groupLists,
    rules: fc.array(rules(currency), { minLength: 1, maxLength: 3 }),
    usage: usages,
    renewals: fc.constant("first_only" as const),
    renewalCycles: fc.constant(null),
  })

const TARGETS = {
  variant: ["v1", "v2", "v3", "v4"],
  product: ["p1", "p2"],
  collection: ["col"],
  category: ["cat1", "cat2"],
  all: ["all"],
}

const assignments = (ids: readonly string[]): fc.Arbitrary<Assignment> =>
  fc.constantFrom(...ASSIGNMENT_LEVELS).chain((level) =>
    fc.record({
      discountId: fc.constantFrom(...ids),
      level: fc.constant(level),
      targetId: fc.constantFrom(...TARGETS[level]),
      position: fc.nat(3),
      period: periods,
    }),
  )

const orderDiscounts = (id: string, currency: string): fc.Arbitrary<OrderDiscount> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`Order discount ${id}`),
    position: fc.nat(3),
    isActive: mostly(true, fc.constant(false)),
    groups: groupLists,
    period: periods,
    ranges: fc.array(
      fc
        .tuple(bounds("amount", currency), percents)
        .map(([[min = null, max = null], percent]) => ({ currencyCode: currency, min, max, percent })),
      { minLength: 1, maxLength: 3 },
    ),
    usage: usages,
    renewals: fc.constant("first_only" as const),
    renewalCycles: fc.constant(null),
  })

const settings: fc.Arbitrary<DiscountSettings> = fc.record({
  isAdvanced: mostly(true, fc.constant(false)),
  onSpecialPrices: fc.boolean(),
  orderDiscountBase: fc.constantFrom("price", "remaining"),
  personalScope: fc.constantFrom("quick_order", "store"),
  maxDiscountPercent: mostly<Decimal | null>(null, percents),
  minMarginPercent: mostly<Decimal | null>(null, percents),
})

/** What the lines of one variant have in common; two price tags, so that one article has two prices, too. */
const articles = (currency: string) => {
  const digits = minorUnits(currency)
  const price = amounts({ min: 0, max: 20_000, digits }).map((amount) => round(amount, currency))
  return fc.tuple(
    ...TARGETS.variant.map((variantId, index) =>
      fc.record({
        variantId: fc.constant(variantId),
        productId: fc.constant(index < 2 ? "p1" : "p2"),
        collectionId: fc.constant(index < 2 ? "col" : null),
        categoryIds: fc.constant<string[]>(index < 2 ? ["cat1"] : ["cat1", "cat2"]),
        prices: fc.tuple(price, price),
        isTaxInclusive: fc.boolean(),
        taxRate: fc.constantFrom("0", "9.2", "19", "8.875"),
        isDiscountable: mostly(true, fc.constant(false)),
        isEligible: fc.boolean(),
        hasSpecialPrice: mostly(false, fc.constant(true)),
        unitCost: fc.option(price, { nil: null }),
      }),
    ),
  )
}

const lines = (currency: string): fc.Arbitrary<EvaluatedLine[]> =>
  articles(currency).chain((catalogue) =>
    fc
      .array(
        fc.record({
          article: fc.constantFrom(...catalogue),
          tag: fc.constantFrom(0, 0, 0, 1),
          quantity: fc.integer({ min: 1, max: 7 }),
          kind: mostly<EvaluatedLine["kind"]>("article", fc.constant("dependent")),
          isTaken: mostly(false, fc.constant(true)),
        }),
        { minLength: 1, maxLength: 6 },
      )
      .map((list) =>
        list.map(({ article: { prices, ...article }, tag, quantity, kind, isTaken }, index) => {
          const unitPrice = prices[tag] ?? prices[0]
          const taken = isTaken ? String(Number(unitPrice) * quantity) : "0"
          return { id: `line_${index}`, ...article, kind, quantity, unitPrice, taken: round(taken, currency) }
        }),
      ),
  )

/** Any evaluation's facts. */
export const arbitraryDiscountFacts: fc.Arbitrary<DiscountFacts> = fc
  .constantFrom("eur", "jpy", "kwd")
  .chain((currencyCode) => {
    const ids = ["d1", "d2", "d3", "d4"]
    return fc.record({
      channel: fc.constantFrom(...DISCOUNT_CHANNELS),
      currencyCode: fc.constant(currencyCode),
      asOf: fc.constant(TODAY),
      groups: fc.subarray(["b2b", "vip"]),
      personalPercent: fc.option(percents, { nil: null }),
      lines: lines(currencyCode),
      discounts: fc.tuple(...ids.map((id) => discounts(id, currencyCode))),
      assignments: fc.array(assignments(ids), { minLength: 3, maxLength: 8 }),
      orderDiscounts: fc.tuple(...["o1", "o2"].map((id) => orderDiscounts(id, currencyCode))),
      settings,
    })
  })
