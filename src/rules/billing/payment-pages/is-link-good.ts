import { compareDates, type CivilDate } from "../../calendar"

/** A link as its holder comes with it. */
export interface LinkTerms {
  expires_on: CivilDate
  revoked_on: CivilDate | null
}

/** Whether a payment link still opens its invoice: until the end of its last day, and never again once it was revoked. */
export const isLinkGood = ({ expires_on, revoked_on }: LinkTerms, asOf: CivilDate): boolean =>
  revoked_on === null && compareDates(asOf, expires_on) <= 0
