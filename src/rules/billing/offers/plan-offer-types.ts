import type { Interval } from "../../calendar"
import type { Decimal } from "../../money"
import type { DraftAmount, OfferDraft } from "./offer-draft"

/** An admin's unchecked request for an offer. */
export interface WantedOffer extends Omit<OfferDraft, "cycles"> {
  cycles: WantedCycle[]
}

export interface WantedCycle {
  id: string | null
  variantId: string | null
  interval: Interval | null
  /** The whole list; an amount of null is none in that currency. null instead of a list: leave as they are. */
  prices: DraftAmount[] | null
  setupFees: DraftAmount[] | null
}

/** What there is already. */
export interface OfferFacts {
  collectionId: string | null
  variants: VariantFacts[]
  options: OptionFacts[]
  cycles: StoredCycleFacts[]
  /** Currencies that the store sells in: a free offer costs zero in each. */
  currencies: string[]
  /** Currencies that the offer has prices and fees in already: they stay, whatever the store sells in. */
  pricedIn: string[]
  /** Which of the cross-sold products there are. */
  crossSoldIds: string[]
}

export interface VariantFacts {
  id: string
  title: string
  valueIds: string[]
}

export interface OptionFacts {
  id: string
  title: string
  values: { id: string; value: string }[]
  /** Whether no other product can have it. */
  isExclusive: boolean
}

export interface StoredCycleFacts {
  id: string
  variantId: string
  interval: Interval | null
  madeVariant: boolean
  /** Subscriptions on it that have not ended. */
  running: number
}

export interface Amount {
  currencyCode: string
  amount: Decimal
}

/** What is to be done, cycle by cycle, in the order of the request. */
export interface OfferPlan {
  cycles: PlannedCycle[]
  removed: StoredCycleFacts[]
  option: OptionPlan | null
  /** Names for what nobody has named; null: there is nothing to name. */
  names: DefaultNames | null
}

export interface DefaultNames {
  variant: { id: string; title: string }
  /** The option that it differs by, and its value. */
  option: { id: string; title: string; valueId: string; value: string } | null
}

export interface PlannedCycle {
  /** null: a new cycle. */
  stored: StoredCycleFacts | null
  /** null: a variant is made for it, as `newVariant` says. */
  variantId: string | null
  newVariant: { title: string; options: Record<string, string> } | null
  interval: Interval | null
  /** The whole list; null: leave as they are. */
  prices: Amount[] | null
  setupFees: Amount[] | null
}

/** What the product's options need before variants can be made: an option of its own, or further values. */
export type OptionPlan =
  { kind: "create"; title: string; values: string[] } | { kind: "extend"; optionId: string; values: string[] }
