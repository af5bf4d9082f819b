import { isDependent, type PlannedLine } from "../../cart"
import { packageLineOf, rentalLineOf } from "../cart/package-line"
import type { PackageRefusal } from "../cart/package-stage"
import { instant } from "../stock/blocked-period"

/**
 * What a cart rents from a time before an instant; null: nothing. A cart that was left alone until its rental has begun is
 * not completed: nobody gets the days that are past.
 */
export function begunRental(lines: readonly PlannedLine[], before: string): PackageRefusal | null {
  for (const planned of lines) {
    const payload = planned.identity?.payload
    const period = packageLineOf(payload)?.selection.period ?? rentalLineOf(payload)?.terms.period ?? null
    if (period && !isDependent(planned) && instant(period.from) < instant(before)) {
      const { id, title } = planned.line
      return {
        lineId: id,
        field: "period.from",
        reason: `"${title}": the rental has begun already, say another period`,
      }
    }
  }
  return null
}
