import { add, compare, type Decimal } from "../../money"

export type CheckedPercent = { ok: true; percent: Decimal } | { ok: false; reason: string }

const PLAIN = /^\d{1,3}(\.\d{1,8})?$/

/** Whether a text is a percentage from 0 to 100, and the one text for it. */
export function checkPercent(input: string): CheckedPercent {
  return PLAIN.test(input) && compare(input, "100") <= 0
    ? { ok: true, percent: add(input, "0") }
    : { ok: false, reason: "must be a decimal number from 0 to 100" }
}
