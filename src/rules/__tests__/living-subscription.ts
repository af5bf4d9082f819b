import {
  advancedColumns,
  cancelChange,
  changedColumns,
  decideRenewals,
  DUNNING_DEFAULTS,
  dunned,
  earlyRenewalChange,
  isFinal,
  isLate,
  openSubscription,
  pauseChange,
  settleBatch,
  settlementsOf,
  skipChange,
  standingAfter,
  toSubscriptionFacts,
  undoCancelChange,
  unpauseChange,
  type ChangeAnswer,
  type ChargedRenewal,
  type ChargeOutcome,
  type CollectibleRenewal,
  type OwedRenewal,
  type PlannedChange,
  type RenewalStatus,
  type StandingRow,
} from "../billing"
import { compareDates, type CivilDate, type Interval } from "../calendar"

/** A cycle that was billed, and what came of its charges. */
export interface LivingBill {
  id: string
  cycle: number
  start: CivilDate
  end: CivilDate
  status: RenewalStatus
  from: CivilDate
  collectOn: CivilDate | null
  triedOn: CivilDate[]
  /** The attempt whose outcome the provider still owes. */
  isInDoubt: boolean
  reason: string | null
}

type Row = StandingRow & { trial_end_on: CivilDate | null; order_id: string }

const SETTINGS = { invoiceDaysBefore: 0 }
const STANDING = { dunning: DUNNING_DEFAULTS, invoiceDaysBefore: 0 }
const METHOD = { id: "pm_1" }

/** A subscription and its bills, moved by the rules alone: each is asked as the workflows ask it, and its answer is stored. */
export class LivingSubscription {
  readonly bills: LivingBill[] = []
  /** The names of all events, in order. */
  readonly events: string[] = []
  /** How often the provider was asked to take money. */
  charges = 0

  private constructor(public row: Row) {}

  static buy(on: CivilDate, { interval, trialDays }: { interval: Interval; trialDays: number }): LivingSubscription {
    const terms = { kind: "recurring", interval, setupFee: "5", trialDays, collectionMethod: null } as const
    const opened = openSubscription({ terms, orderedOn: on, payment: "captured", activateOn: "captured" })
    if (!opened) {
      throw new Error("A recurring offer makes a subscription")
    }
    return new LivingSubscription({
      id: "bsub_1",
      order_id: "order_1",
      status: opened.status,
      payment_type: "recurring",
      interval_unit: interval.unit,
      interval_count: interval.count,
      anchor_on: opened.anchorOn,
      anchor_cycle: 0,
      next_cycle: opened.nextCycle,
      period_start: opened.periodStart,
      period_end: opened.periodEnd,
      trial_end_on: opened.trialEndOn,
      next_due_on: opened.nextDueOn,
      expires_on: opened.expiresOn,
      cancel_on: null,
      collection_method: "charge_automatically",
      payment_method: METHOD,
      suspended_reason: null,
      ended_on: null,
      canceled_on: null,
      cancel_reason: null,
      dunning_on: null,
      suspend_on: null,
      terminate_on: null,
      is_hard_declined: false,
      part_bills: 0,
    })
  }

  /** A copy that goes on by itself. */
  clone(): LivingSubscription {
    const copy = new LivingSubscription({ ...this.row })
    copy.bills.push(...this.bills.map((bill) => ({ ...bill, triedOn: [...bill.triedOn] })))
    copy.events.push(...this.events)
    copy.charges = this.charges
    return copy
  }

  /** A billing run; with `crashAfter` it ends after so many of its parts, as a process that is killed does. */
  run(asOf: CivilDate, outcome: ChargeOutcome["status"], crashAfter = Infinity): void {
    const parts = [
      () => this.endPause(asOf),
      () => this.issue(asOf),
      () => this.collect(asOf, outcome),
      () => this.dun(asOf),
    ]
    parts.slice(0, crashAfter).forEach((part) => part())
  }

  /** What an admin asks for; answers whether it was done. */
  ask(what: "pause" | "resume" | "skip" | "early" | "cancel_now" | "cancel_later" | "undo", asOf: CivilDate): boolean {
    const { row } = this
    const reason = "asked for"
    const answers: Record<typeof what, () => ChangeAnswer> = {
      pause: () => pauseChange(row, { until: null, reason, asOf }, SETTINGS),
      resume: () => unpauseChange(row, { reason, asOf }, SETTINGS),
      skip: () => skipChange(row, { reason, asOf }, SETTINGS),
      early: () => earlyRenewalChange(row, asOf, SETTINGS),
      cancel_now: () => cancelChange(row, { when: "now", reason, asOf }, SETTINGS),
      cancel_later: () => cancelChange(row, { when: "period_end", reason, asOf }, SETTINGS),
      undo: () => undoCancelChange(row, asOf, SETTINGS),
    }
    return this.apply(answers[what]())
  }

  pauseUntil(until: CivilDate, asOf: CivilDate): boolean {
    return this.apply(pauseChange(this.row, { until, reason: "holiday", asOf }, SETTINGS))
  }

  /** Another quantity, from today on: the rest of the period is a bill of its own. */
  changeQuantity(on: CivilDate): void {
    const { row } = this
    const item = {} as Parameters<typeof changedColumns>[1]["to"]["item"]
    const interval = { unit: row.interval_unit, count: row.interval_count }
    const to = { item, payment_type: row.payment_type, interval, collection_method: row.collection_method }
    this.row = { ...row, ...changedColumns(row, { kind: "prorate", on, to }, SETTINGS) }
  }

  /** What waits for its money. */
  owed(): OwedRenewal[] {
    return this.bills.flatMap(({ id, status, from, collectOn, triedOn, isInDoubt }) =>
      status === "issued" || status === "failed"
        ? [{ id, status, from, collectOn, tries: triedOn.length, openAttempt: isInDoubt ? "unknown" : null }]
        : [],
    )
  }

  private apply(answer: ChangeAnswer): boolean {
    if (answer.ok) {
      this.write(answer.change)
    }
    return answer.ok
  }

  private write({ patch, type, stopsCollecting }: PlannedChange): void {
    this.row = { ...this.row, ...patch }
    this.events.push(type)
    if (stopsCollecting) {
      this.bills.filter((bill) => !bill.isInDoubt).forEach((bill) => (bill.collectOn = null))
    }
  }

  private endPause(asOf: CivilDate): void {
    const until = this.row.paused_until ?? null
    const { cancel_on: cancelOn, status } = this.row
    const goesOn = until !== null && (cancelOn === null || compareDates(until, cancelOn) < 0)
    if (status === "paused" && goesOn && compareDates(until, asOf) <= 0) {
      this.apply(unpauseChange(this.row, { reason: "the pause is over", asOf: until }, SETTINGS))
    }
  }

  private issue(asOf: CivilDate): void {
    const decisions = decideRenewals(toSubscriptionFacts(this.row), {
      asOf,
      catchUp: "each",
      catchUpLimit: 1000,
      invoiceDaysBefore: 0,
    })
    for (const one of decisions) {
      if (one.kind === "bill") {
        const dates = { cycle: one.cycle, start: one.periodStart, end: one.periodEnd }
        const open = { status: "issued", from: one.dueOn, collectOn: one.dueOn, triedOn: [], isInDoubt: false } as const
        this.bills.push({ id: `bren_${one.cycle}`, ...dates, ...open, triedOn: [], reason: null })
        this.events.push("issued")
      } else if (one.kind === "end") {
        this.events.push(one.to)
      }
    }
    if (decisions.some(({ kind }) => kind !== "wait")) {
      const {
        from_cycle: _cycle,
        from_status: _status,
        dunning_on: _on,
        ...columns
      } = advancedColumns(this.row, decisions, SETTINGS)
      const isPart = Boolean(this.row.part_from) && columns.next_cycle === this.row.next_cycle + 1
      const whole_from = isPart ? (this.row.whole_from ?? null) : null
      this.row = { ...this.row, ...columns, part_from: null, whole_from, early_on: null }
    }
  }

  private collect(asOf: CivilDate, outcome: ChargeOutcome["status"]): void {
    for (const bill of this.bills) {
      const isDue = bill.collectOn !== null && compareDates(bill.collectOn, asOf) <= 0
      if (isDue && (bill.status === "issued" || bill.status === "failed")) {
        this.settle(bill, { asOf, outcome: bill.isInDoubt && outcome === "unknown" ? "soft_declined" : outcome })
      }
    }
  }

  /** The money of one bill is asked for, or the provider is asked about the attempt in doubt. */
  private settle(bill: LivingBill, { asOf, outcome }: { asOf: CivilDate; outcome: ChargeOutcome["status"] }): void {
    const number = bill.isInDoubt ? bill.triedOn.length : bill.triedOn.length + 1
    this.charges += bill.isInDoubt ? 0 : 1
    const charged: ChargedRenewal = {
      renewal: this.collectible(bill, number),
      outcome: { status: outcome, reason: outcome === "paid" ? null : outcome },
      attempt: { number, was: bill.isInDoubt ? "unknown" : "started" },
      order: { isCanceled: false, isPaid: false },
      moved: [],
      keeps: false,
    }
    const late = this.owed().filter((renewal) => isLate(renewal, asOf))
    const { settled, changed } = settlementsOf([charged], {
      statuses: new Map([[bill.id, bill.status]]),
      ended: new Set(isFinal(this.row.status) ? [bill.id] : []),
      settings: DUNNING_DEFAULTS,
      asOf,
    })
    const [one] = settled
    if (one) {
      bill.triedOn = bill.isInDoubt ? bill.triedOn : [...bill.triedOn, asOf]
      Object.assign(bill, { status: one.status, collectOn: one.collect_on, isInDoubt: one.is_open, reason: one.reason })
      bill.from = one.dunning_from ?? bill.from
    }
    const { id, status, suspended_reason, order_id } = this.row
    const before = [{ id, status, suspended_reason, order_id, failed_ids: late.map((renewal) => renewal.id) }]
    const batch = settleBatch({ charged: changed, before, asOf })
    this.events.push(...batch.events.map(({ name }) => name))
    const to = batch.statuses[0]?.status ?? status
    const change = { status: to, suspendedReason: suspended_reason, owed: this.owed() }
    this.row = { ...this.row, ...standingAfter(this.row, change, { settings: STANDING, asOf }) }
  }

  private dun(asOf: CivilDate): void {
    const { standing, events, isEnded } = dunned({ row: this.row, owed: this.owed() }, { settings: STANDING, asOf })
    this.row = { ...this.row, ...standing }
    this.events.push(...events.map(({ name }) => name))
    if (isEnded) {
      this.bills.filter((bill) => !bill.isInDoubt).forEach((bill) => (bill.collectOn = null))
    }
  }

  private collectible(bill: LivingBill, number: number): CollectibleRenewal {
    return {
      id: bill.id,
      status: bill.status,
      subscription_id: this.row.id,
      cycle: bill.cycle,
      order_id: `order_${bill.cycle}`,
      invoice_id: `binv_${bill.cycle}`,
      payment_collection_id: `paycol_${bill.cycle}`,
      currency_code: "eur",
      total: "10",
      open_total: "10",
      collection_amount: "10",
      customer_id: "cus_1",
      email: "clara@test.example",
      payment_provider_id: "pp_demo_demo",
      payment_method: METHOD,
      is_method_of_another: false,
      is_hard_declined: this.row.is_hard_declined,
      attempt_number: number,
      reason: bill.reason,
      dunning_from: bill.from,
      collect_on: bill.collectOn,
      tried_on: bill.triedOn,
      was_returned: false,
    }
  }
}
