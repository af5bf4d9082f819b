import { PHASES, type Death } from "./process/messages"

/** Of a hundred deaths, so many while renewals are issued, collected, and their events dispatched. */
const SHARES = { issuing: 45, collecting: 40, dispatching: 15 }

/** The longest that a process lives on after its statement was sent: some die between two, some in the midst of one. */
const AFTERLIFE_MS = 12

export interface DeathPlan {
  kills: number
  runs: number
  /** How many statements each part of an undisturbed first run takes. */
  statements: Record<string, number>
  random: () => number
}

/**
 * Spreads deaths over the runs and over the parts of each, in the order in which a run comes to them. Each falls within
 * its slice of what the part takes, so that those before it leave something for it to break.
 */
export function planDeaths({ kills, runs, statements, random }: DeathPlan): Death[][] {
  const phases = PHASES.flatMap((phase) =>
    Array.from({ length: Math.round((kills * SHARES[phase]) / 100) }, () => phase),
  )
  const all = Array.from({ length: kills }, (_, i) => phases[i] ?? "collecting")
  return Array.from({ length: runs }, (_, run) => {
    const own = all.filter((_, i) => i % runs === run)
    return own.map((phase) => {
      const slice = (statements[phase] ?? 1) / own.filter((other) => other === phase).length
      const isBetween = random() < 0.5
      return {
        phase,
        statements: Math.floor(random() * slice),
        milliseconds: isBetween ? 0 : 1 + Math.floor(random() * AFTERLIFE_MS),
      }
    })
  })
}
