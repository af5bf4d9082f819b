import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { Versioned } from "../../versions"
import type { AssignmentLevel, DiscountType, FixedPer, Mode, RenewalTerms, Trigger } from "../states"

/** What an article discount and an order discount have in common, under the names of its columns. */
export interface TermsColumns {
  id: string
  name: string
  is_active: boolean
  groups: string[]
  note: string | null
  renewals: RenewalTerms
  renewal_cycles: number | null
  usage_limit: number | null
  usage_limit_per_customer: number | null
}

export interface PeriodColumns {
  limited_duration: boolean
  starts_on: CivilDate | null
  ends_on: CivilDate | null
}

export interface RuleColumns {
  id: string
  trigger: Trigger
  min: Decimal | null
  max: Decimal | null
  mode: Mode
  value: Decimal
  per: FixedPer
  currency_code: string | null
}

export interface RangeColumns {
  id: string
  currency_code: string
  min: Decimal | null
  max: Decimal | null
  percent: Decimal
}

export interface AssignmentColumns extends PeriodColumns {
  id: string
  level: AssignmentLevel
  target_id: string
  /** Null for a new one: it goes last in its target's list. */
  position: number | null
}

/** An article discount as it is stored, whole. Rules are in their order. */
export interface StoredArticleDiscount {
  discount: TermsColumns & Versioned & { type: DiscountType; used: number }
  rules: RuleColumns[]
  assignments: AssignmentColumns[]
}

/** An order discount as it is stored, whole. Ranges are in their order. */
export interface StoredOrderDiscount {
  discount: TermsColumns & PeriodColumns & Versioned & { position: number; used: number }
  ranges: RangeColumns[]
}

/** The target of an assignment as one text, unique within a discount. */
export const targetKey = ({ level, target_id }: { level: AssignmentLevel; target_id: string }): string =>
  `${level} ${target_id}`
