/** How an article discount combines with others on the same article (D17). */
export const DISCOUNT_TYPES = ["exclusive", "cumulative", "non_cumulative"] as const
export type DiscountType = (typeof DISCOUNT_TYPES)[number]

/** What a rule's bounds are compared with: the article's total amount or quantity in the order (D13). */
export const TRIGGERS = ["amount", "quantity"] as const
export type Trigger = (typeof TRIGGERS)[number]

export const MODES = ["percent", "fixed"] as const
export type Mode = (typeof MODES)[number]

/** Whether a fixed value is taken off each unit, or once for the article in the order (D14). */
export const FIXED_PER = ["unit", "article"] as const
export type FixedPer = (typeof FIXED_PER)[number]

/** What a discount can be assigned to, in the order in which an article's list is made (D12). */
export const ASSIGNMENT_LEVELS = ["variant", "product", "collection", "category", "all"] as const
export type AssignmentLevel = (typeof ASSIGNMENT_LEVELS)[number]

/** The one target of the level `all`: every article of the store. */
export const ALL_ARTICLES = "all"

/** On which billing cycles of a subscription a discount of its first order is given (B28). */
export const RENEWAL_TERMS = ["first_only", "cycles", "forever"] as const
export type RenewalTerms = (typeof RENEWAL_TERMS)[number]

/** What the order discount's percentage is taken of: the article's price, or what the article discount leaves (D18). */
export const ORDER_DISCOUNT_BASES = ["price", "remaining"] as const
export type OrderDiscountBase = (typeof ORDER_DISCOUNT_BASES)[number]

/** Where a customer's personal percentage counts (D25). */
export const PERSONAL_SCOPES = ["quick_order", "store"] as const
export type PersonalScope = (typeof PERSONAL_SCOPES)[number]

/** The sources of a line's discount, in the order in which they are calculated. */
export const DISCOUNT_SOURCES = ["personal", "article", "order"] as const
export type DiscountSource = (typeof DISCOUNT_SOURCES)[number]

/** The channel of a cart or order: a personal percentage may apply to some channels only. */
export const DISCOUNT_CHANNELS = [
  "cart",
  "quick_order",
  "draft_order",
  "order_edit",
  "exchange",
  "claim",
  "simulator",
] as const
export type DiscountChannel = (typeof DISCOUNT_CHANNELS)[number]

/** The group that every visitor belongs to, known or not. A discount with no group is for no one (D16). */
export const EVERYONE = "everyone"

/** How a discount stands: whether it can be given to anybody today, or the first reason why not. */
export const DISCOUNT_STATES = [
  "on",
  "off",
  "feature_off",
  "used_up",
  "no_group",
  "group_gone",
  "gives_nothing",
  "not_assigned",
  "not_yet",
  "ended",
] as const
export type DiscountState = (typeof DISCOUNT_STATES)[number]

/** What caps a line's discounts: the price itself, the store's maximum, the article's margin. */
export const CAPS = ["price", "max_discount", "min_margin"] as const
export type Cap = (typeof CAPS)[number]

/** Why a checked discount gives nothing. Texts for people are made where it is shown. */
export const REFUSALS = [
  "advanced_off",
  "inactive",
  "channel",
  "not_discountable",
  "special_price",
  "group",
  "not_yet",
  "over",
  "currency",
  "no_rule",
  "no_range",
  "fixed_on_contents",
  "used_up",
  "used_up_by_customer",
  "customer_unknown",
  "exclusive_goes_first",
  "cumulative_goes_first",
  "earlier_goes_first",
  "not_eligible",
  "nothing_left",
] as const
export type Refusal = (typeof REFUSALS)[number]
