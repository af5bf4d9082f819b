import { addDays, compareDates, type CivilDate } from "../../calendar"
import type { DunningSettings } from "../dunning/dunning-settings"
import { nextTry } from "../dunning/next-try"
import { canSettle, renewalStatusAfter } from "../renewals/renewal-status-after"
import type { RenewalStatus } from "../states"
import type { ChargedRenewal, CollectibleRenewal } from "./charged-renewal"
import type { SettledRenewal } from "./settle-batch"
import { isAskedAgain, settlingFact, type SettlingFact } from "./settling-fact"

/** A renewal as a run writes it after its charge. */
export interface RenewalSettlement {
  id: string
  status: RenewalStatus
  reason: string | null
  /** The provider has to be asked again. */
  is_open: boolean
  /** The date of the next try, or of the next question; null: none is made by itself. */
  collect_on: CivilDate | null
  /** A payment failed after its due date: dunning counts from here. null: it stays. */
  dunning_from: CivilDate | null
}

/** What settling needs to know besides what came of the charges. */
export interface SettlingContext {
  /** The renewals' statuses of now, under the lock. */
  statuses: ReadonlyMap<string, RenewalStatus>
  /** Renewals whose subscriptions have all ended: nothing of them is tried again. */
  ended: ReadonlySet<string>
  settings: Pick<DunningSettings, "retryAfterDays">
  asOf: CivilDate
}

export interface Settlements {
  settled: RenewalSettlement[]
  changed: SettledRenewal[]
  processing: CollectibleRenewal[]
  outdated: string[]
}

/**
 * What to write of charged renewals. A renewal that another process has settled since it was claimed is `outdated`, and a
 * later run looks at it again. `changed` are to be reported: another failed try of a failed renewal, too. `processing` are
 * those whose bank has begun to take its time.
 */
export function settlementsOf(charged: readonly ChargedRenewal[], context: SettlingContext): Settlements {
  const isCurrent = ({ renewal }: ChargedRenewal): boolean => context.statuses.get(renewal.id) === renewal.status
  const current = charged.filter(isCurrent)
  return {
    settled: current.map((one) => ({ id: one.renewal.id, ...settlementOf(one, context) })),
    changed: current.flatMap((one) => {
      const fact = settlingFact(one.order, one.outcome)
      const isNews = fact && (canSettle(one.renewal.status, renewalStatusAfter(fact)) || hasFailedAgain(one, fact))
      return isNews ? [{ renewal: one.renewal, fact, attempt: one.attempt?.number ?? null }] : []
    }),
    processing: current.flatMap(({ renewal, outcome }) =>
      outcome?.status === "processing" && renewal.reason !== "processing" ? [renewal] : [],
    ),
    outdated: charged.filter((one) => !isCurrent(one)).map(({ renewal }) => renewal.id),
  }
}

/** A try of a renewal that had failed before: a new one, or one that the customer was asked to confirm. */
function hasFailedAgain({ renewal, attempt }: ChargedRenewal, fact: SettlingFact): boolean {
  const isFailed = renewal.status === "failed" && renewalStatusAfter(fact) === "failed"
  const isNew = attempt !== null && attempt.number >= renewal.attempt_number
  return isFailed && (isNew || (attempt?.was === "requires_action" && fact.status !== "requires_action"))
}

function settlementOf(charged: ChargedRenewal, context: SettlingContext): Omit<RenewalSettlement, "id"> {
  const { renewal, order, outcome, keeps } = charged
  const fact = settlingFact(order, outcome)
  const is_open = isAskedAgain(order, { outcome, keeps })
  const to = fact && renewalStatusAfter(fact)
  const isTaken = to !== null && (canSettle(renewal.status, to) || to === renewal.status)
  const dunning_from = failedLate(charged, fact, context)
  return {
    status: isTaken ? to : renewal.status,
    reason: reasonOf({ fact, keeps, is_open }),
    is_open,
    collect_on: is_open ? askAgainOn(charged, context) : nextTryOf(charged, { fact, dunning_from }, context),
    dunning_from,
  }
}

/** What an admin is told: first of all, what is still open. */
function reasonOf({
  fact,
  keeps,
  is_open,
}: {
  fact: SettlingFact | null
  keeps: boolean
  is_open: boolean
}): string | null {
  if (keeps) {
    return "not_given_back"
  }
  const isInDoubt = is_open && fact?.status !== "unknown" && fact?.status !== "processing"
  return isInDoubt ? "charge_in_doubt" : (fact?.reason ?? null)
}

/** A direct debit that its bank refuses after days: what is overdue begins with that day, not with the due date. */
function failedLate(
  { renewal, attempt }: ChargedRenewal,
  fact: SettlingFact | null,
  { asOf }: SettlingContext,
): CivilDate | null {
  const isLate = attempt?.was === "processing" && fact !== null && renewalStatusAfter(fact) === "failed"
  return isLate && compareDates(renewal.dunning_from, asOf) < 0 ? asOf : null
}

/** A bank that processes a debit is asked once a day; a charge in doubt is asked about by the next run. */
function askAgainOn({ renewal, outcome }: ChargedRenewal, { asOf }: SettlingContext): CivilDate {
  return outcome?.status === "processing" ? addDays(asOf, 1) : (renewal.collect_on ?? asOf)
}

function nextTryOf(
  { renewal, attempt }: ChargedRenewal,
  { fact, dunning_from }: { fact: SettlingFact | null; dunning_from: CivilDate | null },
  { asOf, ended, settings }: SettlingContext,
): CivilDate | null {
  if (fact === null || fact.status === "order_canceled" || ended.has(renewal.id)) {
    return null
  }
  const isNew = attempt !== null && attempt.number > renewal.tried_on.length
  const triedOn = isNew ? [...renewal.tried_on, asOf] : renewal.tried_on
  return nextTry({ from: dunning_from ?? renewal.dunning_from, asOf, outcome: fact.status, triedOn }, settings)
}
