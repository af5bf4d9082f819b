import { canSettle, renewalStatusAfter } from "../renewals/renewal-status-after"
import type { RenewalStatus } from "../states"
import type { ChargedRenewal } from "./charged-renewal"
import type { SettledRenewal } from "./settle-batch"
import { isAskedAgain, settlingFact, type SettlingFact } from "./settling-fact"

/** A renewal as a run writes it after its charge. */
export interface RenewalSettlement {
  id: string
  status: RenewalStatus
  reason: string | null
  /** The provider has to be asked again. */
  is_open: boolean
}

/**
 * What to write of charged renewals. `statuses` are those of now, under the lock: a renewal that another process has
 * settled since it was claimed is `outdated`, and a later run looks at it again. `changed` are to be reported.
 */
export function settlementsOf(
  charged: readonly ChargedRenewal[],
  statuses: ReadonlyMap<string, RenewalStatus>,
): { settled: RenewalSettlement[]; changed: SettledRenewal[]; outdated: string[] } {
  const isCurrent = ({ renewal }: ChargedRenewal): boolean => statuses.get(renewal.id) === renewal.status
  const current = charged.filter(isCurrent)
  return {
    settled: current.map((one) => ({ id: one.renewal.id, ...settlementOf(one) })),
    changed: current.flatMap((one) => {
      const fact = settlingFact(one.order, one.outcome)
      return fact && canSettle(one.renewal.status, renewalStatusAfter(fact)) ? [{ renewal: one.renewal, fact }] : []
    }),
    outdated: charged.filter((one) => !isCurrent(one)).map(({ renewal }) => renewal.id),
  }
}

function settlementOf({ renewal, order, outcome, keeps }: ChargedRenewal): Omit<RenewalSettlement, "id"> {
  const fact = settlingFact(order, outcome)
  const is_open = isAskedAgain(order, { outcome, keeps })
  const to = fact && renewalStatusAfter(fact)
  const isTaken = to !== null && (canSettle(renewal.status, to) || to === renewal.status)
  return { status: isTaken ? to : renewal.status, reason: reasonOf({ fact, keeps, is_open }), is_open }
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
  return is_open && fact?.status !== "unknown" ? "charge_in_doubt" : (fact?.reason ?? null)
}
