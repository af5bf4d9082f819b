import { cycleTitle } from "./cycle-title"
import type { FieldProblem } from "./offer-draft"
import type { StoredCycleFacts, WantedCycle } from "./plan-offer-types"

interface StoredCycleChanges {
  wanted: WantedCycle[]
  /** The stored cycle of each requested one. */
  matches: (StoredCycleFacts | null)[]
  removed: StoredCycleFacts[]
}

const runs = (count: number): string => (count === 1 ? "1 subscription runs on it" : `${count} subscriptions run on it`)

/** A cycle with running subscriptions keeps its interval and is not removed (B12); the error names their number. */
export function checkStoredCycles({ wanted, matches, removed }: StoredCycleChanges): FieldProblem[] {
  const changed = wanted.flatMap(({ interval }, index) => {
    const stored = matches[index]
    if (!stored?.running) {
      return []
    }
    const isSame = stored.interval?.unit === interval?.unit && stored.interval?.count === interval?.count
    return isSame ? [] : [{ field: `cycles.${index}.interval`, reason: `cannot be changed: ${runs(stored.running)}` }]
  })
  const kept = removed
    .filter((cycle) => cycle.running)
    .map((cycle) => {
      const name = cycle.interval ? cycleTitle(cycle.interval) : "without an interval"
      return { field: "cycles", reason: `must keep ${cycle.id} (${name}): ${runs(cycle.running)}` }
    })
  return [...changed, ...kept]
}
