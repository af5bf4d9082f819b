import type { RenewalTerms } from "../states"
import type { Problem } from "../types"

/** What a merchant says of a promotion's code on renewals. */
export interface CouponTerms {
  renewals: RenewalTerms
  renewal_cycles: number | null
}

/** Why a code cannot be given so. What is bought to get something, and shipping, are of one order. */
export function checkCoupon(
  { renewals, renewal_cycles }: CouponTerms,
  { isStandard, targets }: { isStandard: boolean; targets: string | null },
): Problem[] {
  const isOfRenewals = renewals !== "first_only"
  return [
    ...(isOfRenewals && !isStandard
      ? [{ field: "renewals", reason: "a promotion of kind buy X, get Y is given on the first order only" }]
      : []),
    ...(isOfRenewals && targets === "shipping_methods"
      ? [{ field: "renewals", reason: "a promotion on shipping is given on the first order only" }]
      : []),
    ...(renewals === "cycles" && renewal_cycles === null
      ? [{ field: "renewal_cycles", reason: "takes a number of cycles" }]
      : []),
    ...(renewals !== "cycles" && renewal_cycles !== null
      ? [{ field: "renewal_cycles", reason: "has a meaning for a number of cycles alone" }]
      : []),
  ]
}
