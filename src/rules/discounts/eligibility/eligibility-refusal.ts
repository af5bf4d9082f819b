import { compareDates, type CivilDate } from "../../calendar"
import { EVERYONE, type Refusal } from "../states"
import type { DateBounds, DiscountFacts, UsageFacts } from "../types"

interface Eligibility {
  isActive: boolean
  groups: readonly string[]
}

/**
 * Whether the visitor is in one of the discount's groups (D16): `everyone` is a group; a discount with no group is for
 * no one.
 */
export function eligibilityRefusal(
  { isActive, groups }: Eligibility,
  visitor: Pick<DiscountFacts, "groups">,
): Refusal | null {
  if (!isActive) {
    return "inactive"
  }
  return groups.some((group) => group === EVERYONE || visitor.groups.includes(group)) ? null : "group"
}

/** Whether a period includes this day: both ends are inclusive, and dates count only where it is limited (D12). */
export function periodRefusal({ isLimited, startsOn, endsOn }: DateBounds, asOf: CivilDate): Refusal | null {
  if (!isLimited) {
    return null
  }
  if (startsOn !== null && compareDates(asOf, startsOn) < 0) {
    return "not_yet"
  }
  return endsOn !== null && compareDates(asOf, endsOn) > 0 ? "over" : null
}

/** Whether its limits allow one more use (D24). A limit per customer needs a customer to count. */
export function usageRefusal({ limit, used, limitPerCustomer, usedByCustomer }: UsageFacts): Refusal | null {
  if (limit !== null && used >= limit) {
    return "used_up"
  }
  if (limitPerCustomer === null) {
    return null
  }
  if (usedByCustomer === null) {
    return "customer_unknown"
  }
  return usedByCustomer >= limitPerCustomer ? "used_up_by_customer" : null
}
