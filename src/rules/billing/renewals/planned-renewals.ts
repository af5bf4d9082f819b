import type { CivilDate } from "../../calendar"
import type { BillDecision, RenewalDecision, SkipDecision } from "../types"
import type { Leads } from "./together/renewal-groups"
import { renewalIds } from "./renewal-ids"

/** One subscription of a batch with the rule's decisions. */
export interface PlannedSubscription<Subscription extends { id: string; currency_code: string }> {
  subscription: Subscription
  decisions: RenewalDecision[]
}

type Identified = PlannedSubscription<{ id: string; currency_code: string }>

/** The record of a cycle, as it is written before its order. */
export interface RenewalRecord {
  id: string
  subscription_id: string
  cycle: number
  period_start: CivilDate
  period_end: CivilDate
  due_on: CivilDate
  currency_code: string
  /** null: it is of no run. */
  run_id: string | null
  /** The renewal whose order and invoice it is on; left out: its own. */
  billed_with?: string
}

export const billsOf = (decisions: readonly RenewalDecision[]): BillDecision[] =>
  decisions.filter((decision): decision is BillDecision => decision.kind === "bill")

export const skipsOf = (decisions: readonly RenewalDecision[]): SkipDecision[] =>
  decisions.filter((decision): decision is SkipDecision => decision.kind === "skip")

export function newRenewal(
  subscription: { id: string; currency_code: string },
  decision: Pick<BillDecision, "cycle" | "periodStart" | "periodEnd" | "dueOn">,
  runId: string | null,
): RenewalRecord {
  return {
    id: renewalIds(subscription.id, decision.cycle).renewal,
    subscription_id: subscription.id,
    cycle: decision.cycle,
    period_start: decision.periodStart,
    period_end: decision.periodEnd,
    due_on: decision.dueOn,
    currency_code: subscription.currency_code,
    run_id: runId,
  }
}

/** The records of the cycles that a batch bills, with those that others of them are put on one invoice with. */
export const renewalsToBill = (planned: readonly Identified[], runId: string, leads: Leads = {}): RenewalRecord[] =>
  planned.flatMap(({ subscription, decisions }) =>
    billsOf(decisions).map((decision) => {
      const renewal = newRenewal(subscription, decision, runId)
      const lead = leads[renewal.id]
      return lead === undefined || lead === renewal.id ? renewal : { ...renewal, billed_with: lead }
    }),
  )

/** The cycles that a batch bills, each with its subscription. */
export const renewalsIn = <Planned extends Identified>(
  planned: readonly Planned[],
): { subscription: Planned["subscription"]; decision: BillDecision }[] =>
  planned.flatMap(({ subscription, decisions }) => billsOf(decisions).map((decision) => ({ subscription, decision })))

/** The records of the cycles that are never billed (B35), each with its reason. */
export const renewalsToSkip = (
  planned: readonly Identified[],
  runId: string,
): (RenewalRecord & { reason: SkipDecision["reason"] })[] =>
  planned.flatMap(({ subscription, decisions }) =>
    skipsOf(decisions).map((decision) => ({
      ...newRenewal(subscription, decision, runId),
      reason: decision.reason,
    })),
  )

/** A cycle that a crashed worker has begun is billed even if it would be skipped now, because its order may exist. */
export function billBegunCycles<Planned extends Identified>(
  planned: readonly Planned[],
  begun: ReadonlySet<string>,
): Planned[] {
  return planned.map((one) => ({
    ...one,
    decisions: one.decisions.map((decision) =>
      decision.kind === "skip" && begun.has(renewalIds(one.subscription.id, decision.cycle).renewal)
        ? asBill(decision)
        : decision,
    ),
  }))
}

const asBill = ({ cycle, periodStart, periodEnd, dueOn }: SkipDecision): BillDecision => ({
  kind: "bill",
  cycle,
  periodStart,
  periodEnd,
  dueOn,
})
