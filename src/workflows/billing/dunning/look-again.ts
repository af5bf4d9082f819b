import {
  addTimelineEntries,
  lockStandings,
  owedRenewals,
  stopCollecting,
  stopCollectingSettled,
  writeStandings,
  type LockedStanding,
} from "../../../modules/billing"
import { addOutboxEvents, type Database } from "../../../modules/core"
import { dunned, type StandingSettings } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"

export interface LookAgain {
  /** Locked. */
  rows: LockedStanding[]
  settings: StandingSettings
  asOf: CivilDate
  /** Why a subscription recovers or resumes, if it does. */
  reason?: string
}

/**
 * Does what is to be done about locked subscriptions by what they owe now, with time lines and events; returns how many it
 * has changed. A second look on the same day changes nothing.
 */
export async function lookAgain(trx: Database, { rows, settings, asOf, reason }: LookAgain): Promise<number> {
  const owed = await owedRenewals(
    trx,
    rows.map(({ id }) => id),
  )
  const done = rows.map((row) =>
    dunned({ row, owed: owed.get(row.id) ?? [] }, { settings, asOf, ...(reason === undefined ? {} : { reason }) }),
  )
  await writeStandings(
    trx,
    done.flatMap(({ standing }) => standing ?? []),
  )
  await stopCollecting(
    trx,
    rows.filter((_, index) => done[index]?.isEnded).map(({ id }) => id),
  )
  await addTimelineEntries(
    trx,
    done.flatMap(({ timeLine }) => timeLine),
  )
  await addOutboxEvents(
    trx,
    done.flatMap(({ events }) => events),
  )
  return done.filter(({ steps }) => steps.length > 0).length
}

/**
 * For a change of what subscriptions owe that is none of dunning's own: an invoice was written off or credited. What is not
 * owed any more is charged no more, and what stopped for it goes on.
 */
export async function lookAgainAt(
  trx: Database,
  { ids, ...looking }: { ids: string[] } & Omit<LookAgain, "rows">,
): Promise<number> {
  const rows = await lockStandings(trx, ids)
  await stopCollectingSettled(trx, ids)
  return lookAgain(trx, { ...looking, rows })
}
