import { checkAmount, compare } from "../../money"
import type { Problem } from "../types"

export interface DraftBounds {
  min: unknown
  max: unknown
}

/** A bound is a number of units, or an amount with no more digits than the currency has. */
export type BoundsOf = { trigger: "quantity" } | { trigger: "amount"; currencyCode: string }

const WHOLE = /^\d{1,12}(\.0{1,40})?$/

/** Problems of a pair of bounds; `path` is their field, as `rules.0`. An open end is null. */
export function checkBounds(bounds: DraftBounds, of: BoundsOf, path: string): Problem[] {
  const problems = (["min", "max"] as const).flatMap((side): Problem[] => {
    const reason = isOpen(bounds[side]) ? null : checkBound(bounds[side], of)
    return reason === null ? [] : [{ field: `${path}.${side}`, reason }]
  })
  if (problems.length || isOpen(bounds.min) || isOpen(bounds.max)) {
    return problems
  }
  return compare(String(bounds.min), String(bounds.max)) > 0
    ? [{ field: `${path}.max`, reason: "must not be below the minimum" }]
    : []
}

export const isOpen = (bound: unknown): boolean => bound === null || bound === undefined

function checkBound(bound: unknown, of: BoundsOf): string | null {
  if (of.trigger === "quantity") {
    const text = typeof bound === "number" ? String(bound) : bound
    return typeof text === "string" && WHOLE.test(text) ? null : "must be a whole number of units, 0 or more"
  }
  const checked = checkAmount(bound, of.currencyCode)
  return checked.ok ? null : checked.reason
}
