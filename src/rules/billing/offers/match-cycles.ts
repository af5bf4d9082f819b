import type { Interval } from "../../calendar"
import type { FieldProblem } from "./offer-draft"
import type { StoredCycleFacts, WantedCycle } from "./plan-offer-types"

export interface MatchedCycles {
  /** For each requested cycle, the matching stored one; null: a new one. */
  matches: (StoredCycleFacts | null)[]
  /** Stored cycles that are no longer requested. */
  removed: StoredCycleFacts[]
}

const isSame = (a: Interval | null, b: Interval | null): boolean => a?.unit === b?.unit && a?.count === b?.count

/**
 * Matches each requested cycle to a stored one: by id, else by variant, else by interval, so that the same request sent
 * twice finds the first one's cycles. Adds unmatched references to `problems`.
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
    // A cycle that another entry names explicitly is not matched by interval.
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
