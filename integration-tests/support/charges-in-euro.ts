import { chargesOf, type CollectibleRenewal, type RenewalCharge } from "../../src/rules/billing"
import type { CivilDate } from "../../src/rules/calendar"
import { round } from "../../src/rules/money"

/** Claimed renewals in euros as charges, as the billing run makes them. */
export const chargesInEuro = (renewals: CollectibleRenewal[], asOf: CivilDate): RenewalCharge[] =>
  chargesOf(renewals, { asOf, takenBy: () => (amount) => round(amount, "eur") })
