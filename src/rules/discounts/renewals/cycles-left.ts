import type { GrantedDiscount } from "../types"

/** On how many bills from a cycle on a discount is still given; null: on all. */
export function cyclesLeft(
  { renewals, renewalCycles }: Pick<GrantedDiscount, "renewals" | "renewalCycles">,
  next: number,
): number | null {
  switch (renewals) {
    case "forever":
      return null
    case "cycles":
      return Math.max(0, (renewalCycles ?? 1) - next)
    case "first_only":
      return Math.max(0, 1 - next)
  }
}

/**
 * What goes on of recurring discounts where a subscription changes (B25, B28). Another product has none of the old one's;
 * a code for some cycles is of the cycle that it was given for, and ends with it.
 */
export function keptAtChange<Recurring extends Pick<GrantedDiscount, "renewals" | "promotionId">>(
  recurring: readonly Recurring[],
  { isSameProduct, isSameInterval }: { isSameProduct: boolean; isSameInterval: boolean },
): Recurring[] {
  return isSameProduct
    ? recurring.filter(({ promotionId, renewals }) => !promotionId || isSameInterval || renewals === "forever")
    : []
}
