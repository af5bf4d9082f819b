import { compareDates, type CivilDate } from "../../calendar"
import { EVERYONE, type Refusal } from "../states"
import type { DateBounds, DiscountFacts, UsageFacts } from "../types"

interface Eligibility {
  isActive: boolean
  groups: readonly string[]
}

/** Whether a discount is for this visitor at all (D16): "everyone" is a group, and no group is no one. */
export function eligibilityRefusal(
  { isActive, groups }: Eligibility,
  visitor: Pick<DiscountFacts, "groups">,
): Refusal | null {
  if (!isActive) {
    return "inactive"
  }
  return groups.some((group) => group === EVERYONE || visitor.groups.includes(group)) ? null : "group"
}

/** Whether a period is running: its first and last day are in it, and it counts only where it is limited (D12). */
export function periodRefusal({ isLimited, startsOn, endsOn }: DateBounds, asOf: CivilDate): Refusal | null {
  if (!isLimited) {
    return null
  }
  if (startsOn !== null && compareDates(asOf, startsOn) < 0) {
    return "not_yet"
  }
  return endsOn !== null && compareDates(asOf, endsOn) > 0 ? "over" : null
}

/** Whether it may be used once more (D24). */
export function usageRefusal({ limit, used, limitPerCustomer, usedByCustomer }: UsageFacts): Refusal | null {
  if (limit !== null && used >= limit) {
    return "used_up"
  }
  return limitPerCustomer !== null && usedByCustomer >= limitPerCustomer ? "used_up_by_customer" : null
}
