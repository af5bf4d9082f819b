/** A subscription as a merchant would reckon it on paper, with nothing of the rules: days are plain UTC days. */
export interface ModelBill {
  start: string
  end: string
  state: "issued" | "failed" | "paid"
  from: string
  tries: string[]
  next: string | null
  isInDoubt: boolean
}

export type Cycle = { months: number } | { days: number }
export type Outcome = "paid" | "soft_declined" | "hard_declined" | "requires_action" | "unknown"

const DAY = 86_400_000
const RETRIES = [1, 3, 5, 7]
const SUSPENDED_AFTER = 3
const TERMINATED_AFTER = 14

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
export const later = (date: string, days: number): string => iso(at(date) + days * DAY)
const days = (from: string, to: string): number => (at(to) - at(from)) / DAY

/** The same day some months on, or the last of a shorter month. */
function monthsOn(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 + months, Math.min(day, last)))
}

export class SubscriptionModel {
  status: "trialing" | "active" | "past_due" | "suspended" | "paused" | "canceled"
  readonly bills: ModelBill[] = []
  cancelOn: string | null = null
  pausedOn: string | null = null
  pausedUntil: string | null = null
  /** What was sold is delivered until then. */
  readonly trialEnd: string | null
  private isInTrial: boolean
  private early: string | null = null
  private part: string | null = null
  /** Where the renewal would have been that is skipped: what is paid ends there. */
  private skippedFrom: string | null = null
  private anchor: string
  /** The end of all that is paid for, or of the trial. */
  private paidUntil: string
  /** Whole cycles from the anchor to the next one. */
  private count: number

  constructor(
    public today: string,
    private readonly cycle: Cycle,
    trialDays: number,
  ) {
    this.isInTrial = trialDays > 0
    this.status = this.isInTrial ? "trialing" : "active"
    this.trialEnd = this.isInTrial ? later(today, trialDays) : null
    this.anchor = this.trialEnd ?? today
    this.count = this.isInTrial ? 0 : 1
    this.paidUntil = this.startOf(this.count)
  }

  get isOver(): boolean {
    return this.status === "canceled"
  }

  get nextStart(): string {
    return this.part ?? this.startOf(this.count)
  }

  private get periodEnd(): string {
    return this.skippedFrom ?? this.nextStart
  }

  get owed(): ModelBill[] {
    return this.bills.filter(({ state }) => state !== "paid")
  }

  run(outcome: Outcome): void {
    if (this.isOver) {
      return this.collect(outcome)
    }
    const until = this.pausedUntil
    if (until && until <= this.today && (this.cancelOn === null || until < this.cancelOn)) {
      this.resume(until)
    }
    this.bill()
    if (this.cancelOn && this.cancelOn <= this.today) {
      this.status = "canceled"
    }
    this.collect(outcome)
    this.dun()
  }

  pause(until: string | null): boolean {
    const ends = this.cancelOn !== null && (until === null || this.cancelOn <= until)
    if (!["trialing", "active"].includes(this.status) || ends || (until !== null && until <= this.today)) {
      return false
    }
    Object.assign(this, { status: "paused", pausedOn: this.today, pausedUntil: until })
    // What ends with the period ends as many days later.
    this.cancelOn = this.cancelOn && until ? later(this.cancelOn, days(this.today, until)) : this.cancelOn
    return true
  }

  /** All that was to come comes as many days later as the pause was long. */
  resume(on = this.today): boolean {
    if (this.status !== "paused" || this.pausedOn === null) {
      return false
    }
    const length = days(this.pausedOn, on)
    if (length > 0) {
      const start = this.startOf(this.count)
      this.anchor = later(start > this.pausedOn ? start : this.pausedOn, length)
      this.count = 0
      this.paidUntil = this.paidUntil > this.pausedOn ? later(this.paidUntil, length) : this.paidUntil
      const skipped = this.skippedFrom
      this.skippedFrom = skipped && later(skipped > this.pausedOn ? skipped : this.pausedOn, length)
    }
    // What ends with the period ends when it does.
    this.cancelOn = this.cancelOn && this.periodEnd
    this.status = this.isInTrial ? "trialing" : "active"
    this.pausedOn = this.pausedUntil = null
    return true
  }

  skip(): boolean {
    const can = this.hasNext()
    this.skippedFrom = can ? this.periodEnd : this.skippedFrom
    this.count += can ? 1 : 0
    this.early = can ? null : this.early
    return can
  }

  renewEarly(): boolean {
    // What is paid lasts without a gap.
    const can = this.hasNext() && this.skippedFrom === null
    this.early = can ? this.today : this.early
    return can
  }

  cancel(when: "now" | "later"): boolean {
    if (this.isOver) {
      return false
    }
    // A pause ends, one without an end tomorrow, and what is paid is used up.
    const until = this.pausedUntil ?? later(this.today, 1)
    const pausedOn = this.status === "paused" ? this.pausedOn : null
    const end = pausedOn === null ? this.periodEnd : later(until, days(pausedOn, this.periodEnd))
    const isUsedUp = pausedOn !== null && this.paidUntil <= pausedOn
    if (when === "now" || end <= this.today || isUsedUp) {
      this.status = "canceled"
      this.cancelOn = null
      this.stopCollecting()
      return true
    }
    const can = this.cancelOn === null || this.cancelOn > end
    this.cancelOn = can ? end : this.cancelOn
    this.pausedUntil = can && pausedOn !== null ? until : this.pausedUntil
    return can
  }

  undo(): boolean {
    const can = !this.isOver && this.cancelOn !== null && this.cancelOn > this.today
    this.cancelOn = can ? null : this.cancelOn
    return can
  }

  /** Whether the rest of the running period can be billed anew from today on. */
  get canChange(): boolean {
    const last = this.bills.at(-1)
    const isBilled = last !== undefined && last.start <= this.today && this.today < last.end
    const isQuiet = this.owed.length === 0 && this.cancelOn === null && this.early === null
    return this.status === "active" && isBilled && isQuiet && this.nextStart === last.end
  }

  change(): void {
    this.part = this.today
  }

  private startOf(count: number): string {
    return "months" in this.cycle
      ? monthsOn(this.anchor, count * this.cycle.months)
      : later(this.anchor, count * this.cycle.days)
  }

  private hasNext(): boolean {
    const start = this.nextStart
    return this.status === "active" && start > this.today && (this.cancelOn === null || start < this.cancelOn)
  }

  private bill(): void {
    const isDue = (): boolean => {
      const start = this.nextStart
      return (this.early ?? start) <= this.today && (this.cancelOn === null || start < this.cancelOn)
    }
    while (["trialing", "active", "past_due"].includes(this.status) && isDue()) {
      const start = this.nextStart
      const from = this.early ?? start
      this.count += this.part ? 0 : 1
      this.part = this.early = this.skippedFrom = null
      this.isInTrial = false
      this.status = this.status === "trialing" ? "active" : this.status
      const open = { state: "issued", tries: [], next: from, isInDoubt: false } as const
      this.paidUntil = this.startOf(this.count)
      this.bills.push({ start, end: this.paidUntil, from, ...open, tries: [] })
    }
  }

  private collect(outcome: Outcome): void {
    for (const bill of this.owed.filter(({ next }) => next !== null && next <= this.today)) {
      // What the provider did not answer is asked about, and was declined.
      this.settle(bill, bill.isInDoubt && outcome === "unknown" ? "soft_declined" : outcome)
    }
  }

  private settle(bill: ModelBill, outcome: Outcome): void {
    if (!bill.isInDoubt) {
      bill.tries.push(this.today)
    }
    bill.isInDoubt = outcome === "unknown"
    if (outcome === "unknown") {
      return
    }
    bill.state = outcome === "paid" ? "paid" : "failed"
    const retry = RETRIES.map((wait) => later(bill.from, wait)).find((date) => date > this.today)
    bill.next = outcome === "soft_declined" && !this.isOver ? (retry ?? null) : null
    if (outcome === "paid" && !this.owed.some((one) => this.isLate(one))) {
      this.recover()
    } else if (outcome !== "paid" && ["trialing", "active"].includes(this.status)) {
      this.status = "past_due"
    }
  }

  private recover(): void {
    this.status = ["past_due", "suspended"].includes(this.status) ? "active" : this.status
  }

  private isLate({ state, from, next }: ModelBill): boolean {
    return state === "failed" ? from <= this.today : next === null && from < this.today
  }

  private dun(): void {
    const late = this.owed.filter((bill) => this.isLate(bill))
    if (!late.length) {
      return this.recover()
    }
    const known = late.filter(({ isInDoubt }) => !isInDoubt)
    const oldest = known.map(({ from }) => from).sort()[0]
    if (this.isOver || oldest === undefined) {
      return
    }
    this.status = ["trialing", "active"].includes(this.status) ? "past_due" : this.status
    if (days(oldest, this.today) >= TERMINATED_AFTER) {
      this.status = "canceled"
      this.stopCollecting()
    } else if (days(oldest, this.today) >= SUSPENDED_AFTER && this.status === "past_due") {
      this.status = "suspended"
    }
  }

  private stopCollecting(): void {
    this.owed.filter(({ isInDoubt }) => !isInDoubt).forEach((bill) => (bill.next = null))
  }
}
