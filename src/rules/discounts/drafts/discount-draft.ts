import type { Decimal } from "../../money"
import type { DateBounds, DiscountSettings } from "../types"

/** A rule as entered, not validated yet. */
export interface DraftRule {
  trigger: string
  min: unknown
  max: unknown
  mode: string
  value: unknown
  per: string
  currencyCode: string | null
}

export interface DraftAssignment {
  level: string
  targetId: string
  period: DateBounds
}

export interface DraftRange {
  currencyCode: string
  min: unknown
  max: unknown
  percent: unknown
}

/** What an article discount and an order discount have in common. */
export interface TermsDraft {
  name: string
  groups: readonly string[]
  /** The ids of the store's customer groups; left out where they are not known. */
  knownGroups?: readonly string[]
  renewals: string
  renewalCycles: number | null
  usageLimit: number | null
  usageLimitPerCustomer: number | null
}

/** An article discount as an admin wants to save it. */
export interface DiscountDraft extends TermsDraft {
  type: string
  rules: readonly DraftRule[]
  assignments: readonly DraftAssignment[]
}

/** An order discount as an admin wants to save it. */
export interface OrderDiscountDraft extends TermsDraft {
  period: DateBounds
  ranges: readonly DraftRange[]
}

export type SettingsDraft = Omit<
  DiscountSettings,
  "orderDiscountBase" | "personalScope" | "maxDiscountPercent" | "minMarginPercent"
> & {
  orderDiscountBase: string
  personalScope: string
  maxDiscountPercent: Decimal | number | null
  minMarginPercent: Decimal | number | null
}
