import type { CivilDate } from "../calendar"
import type { Decimal } from "../money"
import type {
  AssignmentLevel,
  Cap,
  DiscountSource,
  DiscountType,
  FixedPer,
  Mode,
  OrderDiscountBase,
  PersonalScope,
  Refusal,
  RenewalTerms,
  DiscountChannel,
  Trigger,
} from "./states"

/** A line to evaluate: of a cart, an order, a draft, a simulation. */
export interface EvaluatedLine {
  id: string
  /**
   * `dependent`: a set-up fee or another line that a room added. It is neither discounted nor counted. `bundle`: its
   * price is the sum of the lines whose `bundleId` is its id, those in bundles that are in it among them. It takes percentages of that sum alone, split over those
   * lines (P9).
   */
  kind: "article" | "dependent" | "bundle"
  /** The line of kind `bundle` whose price this line's is part of; left out or null: none. */
  bundleId?: string | null
  variantId: string | null
  productId: string | null
  collectionId: string | null
  categoryIds: string[]
  /** The calculated price of one unit, before any discount, taxed as `isTaxInclusive` says. */
  unitPrice: Decimal
  quantity: number
  isTaxInclusive: boolean
  /** The sum of the line's tax rates in percent, e.g. "9.2". */
  taxRate: Decimal
  /** Medusa's own flag: false takes no discount whatever. */
  isDiscountable: boolean
  /** Whether the order discount applies to the article (D3). */
  isEligible: boolean
  /** Whether the price comes from a price list of type sale (D11). */
  hasSpecialPrice: boolean
  /** What is already taken off the line by other means (a trial), with or without tax as its price is. */
  taken: Decimal
  /**
   * What promotions take off what the discounts leave of the line, taxed as its price is. The store's limits count it,
   * and the discounts give way (D24). Left out: nothing, or not known yet.
   */
  promoted?: Decimal
  /** What a unit costs the merchant, without tax; null: not known. */
  unitCost: Decimal | null
}

/** One step of an article discount. Bounds are inclusive; null is open (D13). */
export interface DiscountRule {
  id: string
  trigger: Trigger
  min: Decimal | null
  max: Decimal | null
  mode: Mode
  /** A percentage of 0 to 100, or an amount of `currencyCode`. */
  value: Decimal
  per: FixedPer
  /** The currency of an amount trigger or a fixed value; null: it holds in every currency. */
  currencyCode: string | null
}

/** How often a discount has been used, and how often it may be (D24). One order is one use. */
export interface UsageFacts {
  limit: number | null
  used: number
  limitPerCustomer: number | null
  /** Null: there is no customer to count yet. */
  usedByCustomer: number | null
}

/** The days on which something is in force: both inclusive, null is open, and only where `isLimited` is on (D12). */
export interface DateBounds {
  isLimited: boolean
  startsOn: CivilDate | null
  endsOn: CivilDate | null
}

export interface ArticleDiscount {
  id: string
  name: string
  type: DiscountType
  isActive: boolean
  /** Ids of customer groups, or `EVERYONE`. */
  groups: string[]
  /** In the order in which they are tried. */
  rules: DiscountRule[]
  usage: UsageFacts
  renewals: RenewalTerms
  /** With `renewals: "cycles"`: on how many billing cycles, the first order's included. */
  renewalCycles: number | null
}

export interface Assignment {
  discountId: string
  level: AssignmentLevel
  targetId: string
  position: number
  period: DateBounds
}

export interface OrderRange {
  currencyCode: string
  min: Decimal | null
  max: Decimal | null
  percent: Decimal
}

/** A set of ranges (D1, D4). */
export interface OrderDiscount {
  id: string
  name: string
  position: number
  isActive: boolean
  groups: string[]
  period: DateBounds
  ranges: OrderRange[]
  usage: UsageFacts
  renewals: RenewalTerms
  renewalCycles: number | null
}

export interface DiscountSettings {
  /** Article discounts as a whole; the order discount works without (D10). */
  isAdvanced: boolean
  /** Whether article discounts apply to a special price (D11). */
  onSpecialPrices: boolean
  orderDiscountBase: OrderDiscountBase
  personalScope: PersonalScope
  /** The most that all discounts together take off a line, in percent of its price; null: all of it (D24). */
  maxDiscountPercent: Decimal | null
  /** The share of the price, in percent, that must be left above cost, where the cost is known; null: none (D24). */
  minMarginPercent: Decimal | null
}

/** All input of an evaluation. The same facts give the same answer, wherever they come from. */
export interface DiscountFacts {
  channel: DiscountChannel
  currencyCode: string
  /** The store's date of the evaluation. */
  asOf: CivilDate
  /** The visitor's groups; `EVERYONE` need not be named. */
  groups: string[]
  /** A customer's personal percentage (D25); null: none. */
  personalPercent: Decimal | null
  lines: EvaluatedLine[]
  discounts: ArticleDiscount[]
  assignments: Assignment[]
  orderDiscounts: OrderDiscount[]
  settings: DiscountSettings
}

/**
 * One discount's share of what is taken off a line. Its amount is rounded, with or without tax as the line's price is.
 */
export interface LineDiscount {
  source: DiscountSource
  /** Null for the personal percentage. */
  discountId: string | null
  name: string
  amount: Decimal
  mode: Mode
  value: Decimal
  per: FixedPer
  renewals: RenewalTerms
  renewalCycles: number | null
  /** It is counted on the bundle that the line is part of (P9); left out: on the line's own price. */
  ofBundle?: true
}

/** One discount that was checked for a line, and its outcome (D22). */
export interface TraceEntry {
  source: DiscountSource
  discountId: string | null
  name: string
  type: DiscountType | null
  /** The level that it is assigned to; null for the order discount and the personal percentage. */
  level: AssignmentLevel | null
  outcome: "applied" | "not_applied"
  /** Null where it applies. */
  reason: Refusal | null
  /** What its trigger was compared with: the article's quantity or amount, or the order's value. Null: not compared. */
  measured: { trigger: Trigger; value: Decimal } | null
  /** The rule or range that matched; null: none did, or none was checked. */
  matched: { min: Decimal | null; max: Decimal | null; mode: Mode; value: Decimal; per: FixedPer } | null
  /** What it takes off this line. */
  amount: Decimal
}

export interface DiscountedLine {
  id: string
  /** The line's price: unit price × quantity. */
  price: Decimal
  /** The sum of `discounts`, rounded once; never below zero, never more than what is left of the line. */
  amount: Decimal
  discounts: LineDiscount[]
  trace: TraceEntry[]
  /** The cap that lowered the sum; null: none did. */
  cappedBy: Cap | null
  /** What its bundle is discounted by, those included whose share in this line rounds to nothing; left out: nothing. */
  ofBundle?: GrantedDiscount[]
}

export interface DiscountAnswer {
  lines: DiscountedLine[]
  /** The net total of all articles before any discount, rounded: ranges are compared with it (D1). */
  orderValue: Decimal
  /** Ids of the discounts that take something off: each is used once by the order. */
  used: string[]
}

/** A discount as it was given; a subscription goes on with it, whatever happens to the discount later (B28). */
export type GrantedDiscount = Omit<LineDiscount, "amount"> & {
  /** Medusa's promotion whose code it is; left out: it is no code. */
  promotionId?: string | undefined
}

/** Why a draft cannot be saved: the field as the caller names it, and the reason. */
export interface Problem {
  field: string
  reason: string
}
