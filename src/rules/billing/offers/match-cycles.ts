import type { Interval } from "../../calendar"
import type { FieldProblem } from "./offer-draft"
import type { StoredCycleFacts, WantedCycle } from "./plan-offer-types"

export interface MatchedCycles {
  /** For each wanted cycle, the stored one that it means; null: a new one. */
  matches: (StoredCycleFacts | null)[]
  /** Stored cycles that nobody wants any more. */
  removed: StoredCycleFacts[]
}

const isSame = (a: Interval | null, b: Interval | null): boolean => a?.unit === b?.unit && a?.count === b?.count

/**
 * Finds out which stored cycle each wanted one means: by id, else by variant, else by interval, so that the same request
 * sent twice finds what the first one made. Adds to `problems` what cannot be meant.
 */
export function matchCycles(
  wanted: WantedCycle[],
  stored: StoredCycleFacts[],
  problems: FieldProblem[],
): MatchedCycles {
  const taken = new Map<string, number>()
  const named = new Set(wanted.flatMap((cycle) => [cycle.id, cycle.variantId]))
  const find = (cycle: WantedCycle) => {
    if (cycle.id) {
      return stored.find((one) => one.id === cycle.id)
    }
    const byVariant = cycle.variantId && stored.find((one) => one.variantId === cycle.variantId)
    // What another entry of the list names outright is not to be had by its interval.
    const free = stored.filter((one) => one.id === cycle.id || !(named.has(one.id) || named.has(one.variantId)))
    return byVariant || (cycle.variantId ? undefined : free.find((one) => isSame(one.interval, cycle.interval)))
  }
  const matches = wanted.map((cycle, index) => {
    const match = find(cycle) ?? null
    if (cycle.id && !match) {
      problems.push({ field: `cycles.${index}.id`, reason: "is not a cycle of this offer" })
    }
    if (match && cycle.variantId && cycle.variantId !== match.variantId) {
      problems.push({ field: `cycles.${index}.variant_id`, reason: "cannot be changed: the cycle has its variant" })
    }
    if (match) {
      const first = taken.get(match.id)
      if (first !== undefined) {
        problems.push({ field: `cycles.${index}`, reason: `means the same cycle as cycles.${first}` })
      }
      taken.set(match.id, index)
    }
    return match
  })
  return { matches, removed: stored.filter((one) => !taken.has(one.id)) }
}
