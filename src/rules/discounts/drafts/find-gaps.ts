import { add, compare, minorUnits, round, subtract, type Decimal } from "../../money"
import { isOpen, type DraftBounds } from "./check-bounds"
import type { Trigger } from "../states"

/** Values between two ranges that are in neither; both are in the gap. */
export interface Gap {
  from: Decimal
  to: Decimal
}

/**
 * The gaps between ranges or rules of one currency and one trigger (D2): 249.00, then 250.00, leaves 249.01 to 249.99.
 * Below the first and above the last there is no gap. The bounds are validated before.
 */
export function findGaps(bounds: readonly DraftBounds[], currencyCode: string, trigger: Trigger): Gap[] {
  const digits = trigger === "amount" ? minorUnits(currencyCode) : 0
  const step = digits === 0 ? "1" : `0.${"1".padStart(digits, "0")}`
  const written = (value: Decimal) => (trigger === "amount" ? round(value, currencyCode) : value)
  const sorted = [...bounds].sort(byMinimum)
  const gaps: Gap[] = []
  let reached = sorted[0]?.max
  for (const { min, max } of sorted.slice(1)) {
    if (isOpen(reached)) {
      return gaps
    }
    const next = add(String(reached), step)
    if (!isOpen(min) && compare(String(min), next) > 0) {
      gaps.push({ from: written(next), to: written(subtract(String(min), step)) })
    }
    reached = isOpen(max) || compare(String(max), String(reached)) > 0 ? max : reached
  }
  return gaps
}

function byMinimum(a: DraftBounds, b: DraftBounds): number {
  if (isOpen(a.min) || isOpen(b.min)) {
    return Number(isOpen(b.min)) - Number(isOpen(a.min))
  }
  return compare(String(a.min), String(b.min))
}
