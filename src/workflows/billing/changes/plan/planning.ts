import type { LockedSubscription } from "../../../../modules/billing"
import type { NewTerms } from "../../../../rules/billing"
import type { CivilDate, Interval } from "../../../../rules/calendar"
import { invalidFields, type FieldProblem } from "../../../errors/invalid-fields"
import type { PaidPeriod } from "./load-paid-period"

/** What a change is decided on. */
export interface Planning {
  subscription: LockedSubscription
  root: LockedSubscription["items"][number]
  to: NewTerms
  paid: PaidPeriod | null
  asOf: CivilDate
}

export const intervalOf = ({ interval_unit: unit, interval_count: count }: LockedSubscription["row"]): Interval => ({
  unit,
  count,
})

/** Names the field and the reason. */
export const refusedChange = ({ display_id }: LockedSubscription["row"], problem: FieldProblem) =>
  invalidFields(`Subscription #${display_id} was not changed`, [problem])
