import { isPositive } from "../../money"
import type { Refusal } from "../states"
import type { DiscountFacts } from "../types"

/** The name of a personal percentage, which is not a stored discount. */
export const PERSONAL_NAME = "Personal discount"

/** Whether there is a personal percentage to check (D25). */
export const hasPersonal = ({ personalPercent }: DiscountFacts): boolean =>
  personalPercent !== null && isPositive(personalPercent)

/** It applies to quick orders, and in the whole store where the setting says so (D25). */
export function personalRefusal({ channel, settings }: DiscountFacts): Refusal | null {
  return channel === "quick_order" || settings.personalScope === "store" ? null : "channel"
}
