import { add, compare, isZero, type Decimal } from "../../money"

export type CheckedPercentage = { ok: true; percent: Decimal } | { ok: false; reason: string }

const PLAIN = /^-?\d{1,20}(\.\d{1,20})?$/
const TWO_DECIMALS = /^\d+(\.\d{1,2}0*)?$/

/** Whether a text is a customer's percentage: from 0 to 100, with two decimals at most (C3). */
export function checkPercentage(input: string): CheckedPercentage {
  const text = input.trim()
  if (!PLAIN.test(text)) {
    return { ok: false, reason: "must be a decimal number such as 12.5" }
  }
  if (compare(text, "0") < 0) {
    return { ok: false, reason: "must not be negative" }
  }
  if (compare(text, "100") > 0) {
    return { ok: false, reason: "must not be more than 100" }
  }
  const percent = text.replace(/^-/, "")
  return TWO_DECIMALS.test(percent)
    ? { ok: true, percent: add(percent, "0") }
    : { ok: false, reason: "takes at most 2 decimals" }
}

/** What the discounts rule takes as a customer's percentage (D25); null: none. */
export const personalPercent = (profile: { discountPercent: Decimal | null } | null): Decimal | null =>
  profile && profile.discountPercent !== null && !isZero(profile.discountPercent) ? profile.discountPercent : null
