import {
  EVERYONE,
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

const UNLIMITED: DateBounds = { isLimited: false, startsOn: null, endsOn: null }
const UNUSED: UsageFacts = { limit: null, used: 0, limitPerCustomer: null, usedByCustomer: 0 }

export const evaluatedLine = (changes: Partial<EvaluatedLine> = {}): EvaluatedLine => ({
  id: "line_1",
  kind: "article",
  variantId: "variant_1",
  productId: "prod_1",
  collectionId: null,
  categoryIds: [],
  unitPrice: "100.00",
  quantity: 1,
  isTaxInclusive: false,
  taxRate: "0",
  isDiscountable: true,
  isEligible: false,
  hasSpecialPrice: false,
  taken: "0",
  unitCost: null,
  ...changes,
})

export const rule = (changes: Partial<DiscountRule> = {}): DiscountRule => ({
  id: "drul_1",
  trigger: "quantity",
  min: null,
  max: null,
  mode: "percent",
  value: "10",
  per: "unit",
  currencyCode: null,
  ...changes,
})

/** For everyone, with one rule that always matches: 10 %. */
export const articleDiscount = (changes: Partial<ArticleDiscount> = {}): ArticleDiscount => ({
  id: "disc_1",
  name: changes.id ?? "disc_1",
  type: "non_cumulative",
  isActive: true,
  groups: [EVERYONE],
  rules: [rule()],
  usage: UNUSED,
  renewals: "first_only",
  renewalCycles: null,
  ...changes,
})

export const assignment = (changes: Partial<Assignment> = {}): Assignment => ({
  discountId: "disc_1",
  level: "product",
  targetId: "prod_1",
  position: 0,
  period: UNLIMITED,
  ...changes,
})

/** For everyone, 10 % of any value in EUR. */
export const orderDiscount = (changes: Partial<OrderDiscount> = {}): OrderDiscount => ({
  id: "dord_1",
  name: changes.id ?? "dord_1",
  position: 0,
  isActive: true,
  groups: [EVERYONE],
  period: UNLIMITED,
  ranges: [{ currencyCode: "eur", min: null, max: null, percent: "10" }],
  usage: UNUSED,
  renewals: "first_only",
  renewalCycles: null,
  ...changes,
})

export const discountSettings = (changes: Partial<DiscountSettings> = {}): DiscountSettings => ({
  isAdvanced: true,
  onSpecialPrices: false,
  orderDiscountBase: "price",
  personalScope: "quick_order",
  maxDiscountPercent: null,
  minMarginPercent: null,
  ...changes,
})

/** Facts of one article with no discounts, in EUR. */
export const discountFacts = (changes: Partial<DiscountFacts> = {}): DiscountFacts => ({
  channel: "cart",
  currencyCode: "eur",
  asOf: "2026-06-15",
  groups: [],
  personalPercent: null,
  lines: [evaluatedLine()],
  discounts: [],
  assignments: [],
  orderDiscounts: [],
  settings: discountSettings(),
  ...changes,
})

/** These discounts, each assigned to the one product, in this order. */
export const assigned = (...discounts: ArticleDiscount[]): Pick<DiscountFacts, "discounts" | "assignments"> => ({
  discounts,
  assignments: discounts.map(({ id }, position) => assignment({ discountId: id, position })),
})
