import { isPositive } from "../../money"
import type { Refusal } from "../states"
import type { DiscountFacts } from "../types"

/** How a personal percentage is called where it is not a discount of the store's own. */
export const PERSONAL_NAME = "Personal discount"

/** Whether there is a personal percentage to look at (D25). */
export const hasPersonal = ({ personalPercent }: DiscountFacts): boolean =>
  personalPercent !== null && isPositive(personalPercent)

/** It counts on quick-order links, and in the whole store where the setting says so (D25). */
export function personalRefusal({ channel, settings }: DiscountFacts): Refusal | null {
  return channel === "quick_order" || settings.personalScope === "store" ? null : "channel"
}
