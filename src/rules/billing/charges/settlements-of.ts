import { canSettle, renewalStatusAfter } from "../renewals/renewal-status-after"
import type { RenewalStatus } from "../states"
import type { ChargedRenewal } from "./charged-renewal"
import type { SettledRenewal } from "./settle-batch"
import { isAskedAgain, settlingFact } from "./settling-fact"

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
  if (fact && to && (canSettle(renewal.status, to) || to === renewal.status)) {
    return { status: to, reason: fact.reason ?? reasonOf({ outcome, keeps }), is_open }
  }
  return { status: renewal.status, reason: reasonOf({ outcome, keeps }), is_open }
}

/** What an admin is told of a settled renewal about which a provider is still asked. */
function reasonOf({ outcome, keeps }: Pick<ChargedRenewal, "outcome" | "keeps">): string | null {
  if (keeps) {
    return "not_given_back"
  }
  return outcome?.status === "unknown" ? "charge_in_doubt" : null
}
