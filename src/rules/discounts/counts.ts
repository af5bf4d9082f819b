import { compare, isPositive, multiply } from "../money"
import type { SaleLine } from "./types"

/** Whether a line is an article of the order: neither a companion nor taken whole by other means, as a trial is (D1). */
export function counts(line: SaleLine): boolean {
  if (line.kind === "companion") {
    return false
  }
  return !isPositive(line.taken) || compare(line.taken, multiply(line.unitPrice, line.quantity)) < 0
}
