import type { CivilDate } from "../../calendar"
import { isPositive, type Decimal } from "../../money"
import { periodRefusal } from "../eligibility/eligibility-refusal"
import { EVERYONE, type DiscountState } from "../states"
import type { DateBounds } from "../types"

/** What a discount's state depends on. */
export interface DiscountStateFacts {
  isActive: boolean
  /** Article discounts are switched off in the settings as a whole. */
  isFeatureOff: boolean
  groups: readonly string[]
  /** Those of its groups that the store still has; `everyone` is not among them. */
  knownGroups: ReadonlySet<string>
  usage: { limit: number | null; used: number }
  /** The values of its rules or ranges. */
  values: readonly Decimal[]
  /** When it is in force: of each assignment, or the order discount's own. None: it is assigned to nothing. */
  periods: readonly DateBounds[]
}

/** Whether a discount can be given to anybody on a date and, if not, the first reason why not (D10, D12, D16, D24). */
export function discountState(facts: DiscountStateFacts, asOf: CivilDate): DiscountState {
  if (!facts.isActive) {
    return "off"
  }
  return facts.isFeatureOff ? "feature_off" : (stateOfTerms(facts) ?? stateOfPeriods(facts.periods, asOf))
}

function stateOfTerms({ groups, knownGroups, usage, values }: DiscountStateFacts): DiscountState | null {
  if (usage.limit !== null && usage.used >= usage.limit) {
    return "used_up"
  }
  if (groups.length === 0) {
    return "no_group"
  }
  if (!groups.some((group) => group === EVERYONE || knownGroups.has(group))) {
    return "group_gone"
  }
  return values.some((value) => isPositive(value)) ? null : "gives_nothing"
}

/** In force where one period is; else on its way where one begins later. */
function stateOfPeriods(periods: readonly DateBounds[], asOf: CivilDate): DiscountState {
  const refusals = periods.map((period) => periodRefusal(period, asOf))
  if (refusals.length === 0) {
    return "not_assigned"
  }
  if (refusals.includes(null)) {
    return "on"
  }
  return refusals.includes("not_yet") ? "not_yet" : "ended"
}
