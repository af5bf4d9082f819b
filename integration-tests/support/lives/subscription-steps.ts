import { Modules } from "@medusajs/framework/utils"
import { changePreviewAnswerSchema, type ChangePreviewAnswer } from "../../../src/contracts/billing/changes"
import { addDays, type CivilDate } from "../../../src/rules/calendar"
import { runBilling } from "../run-billing"
import type { TestStore } from "../store-test"

export const SUBSCRIPTION_STEP_KINDS = [
  "change",
  "undo_change",
  "pause",
  "resume",
  "skip",
  "renew_early",
  "undo_cancel",
  "two_runs",
  "replay",
] as const
export type SubscriptionStepKind = (typeof SUBSCRIPTION_STEP_KINDS)[number]

interface Row {
  id: string
  status: string
}

interface Means {
  store: TestStore
  today: () => Promise<CivilDate>
  post: (path: string, body: object) => Promise<{ data: unknown }>
  /** A refusal is a right answer, a failure is none. */
  attempt: (make: () => Promise<unknown>, what: string) => Promise<string>
}

const FINAL = ["canceled", "expired"]
const REASON = { reason: "asked for" }

/** What an admin does to a subscription, by the plugin's own routes. */
export class SubscriptionSteps {
  constructor(private readonly means: Means) {}

  make(kind: SubscriptionStepKind, which: number, much: number): Promise<string> {
    switch (kind) {
      case "change":
        return this.change(which, much)
      case "undo_change":
        return this.ask(which, "changes/undo", {})
      case "pause":
        return this.pause(which, much)
      case "resume":
        return this.ask(which, "resume", REASON, ["paused"])
      case "skip":
        return this.ask(which, "skip", REASON)
      case "renew_early":
        return this.ask(which, "renew-early", {})
      case "undo_cancel":
        return this.ask(which, "undo-cancel", {})
      case "two_runs":
        return this.twoRuns(much)
      case "replay":
        return this.replay(which)
    }
  }

  /** Another quantity or cycle: the change does what its preview says, to the cent, or both refuse. */
  private async change(which: number, much: number): Promise<string> {
    const { store, post, attempt } = this.means
    const one = await this.subscription(which)
    if (!one) {
      return "no subscription"
    }
    // Not by their ids: a seed chooses the same one each time.
    const cycles: string[] = await store
      .knex()("billing_cycle")
      .whereNull("deleted_at")
      .orderBy(["offer_id", "interval_unit"])
      .pluck("id")
    const to = much % 3 ? { quantity: 1 + (much % 4) } : { cycle_id: cycles[much % Math.max(1, cycles.length)] }
    const body = { ...to, when: much % 2 ? "now" : "period_end" }
    const path = `billing/subscriptions/${one.id}/changes`
    let preview: ChangePreviewAnswer | undefined
    const shown = await attempt(async () => {
      const { data } = await post(`${path}/preview`, body)
      preview = changePreviewAnswerSchema.parse((data as { change: unknown }).change)
    }, JSON.stringify(body))
    if (!preview) {
      await expect(post(path, body)).rejects.toMatchObject({ response: { status: 400 } })
      return shown
    }
    const { credit_total, charge_total, due_total, kind } = preview
    const before = await this.invoiced()
    await post(path, { ...body, expected: { credit_total, charge_total, due_total } })
    const added = (await this.invoiced()).slice(before.length)
    // Also for nothing, where all of it is given off (B36).
    const isBilled = (kind === "prorate" || kind === "restart") && preview.invoice !== null
    expect(added.filter((row) => row.kind === "invoice").map(({ total }) => Number(total))).toEqual(
      isBilled ? [Number(charge_total)] : [],
    )
    expect(added.filter((row) => row.kind === "credit_note").map(({ total }) => Number(total))).toEqual(
      Number(credit_total) > 0 ? [Number(credit_total)] : [],
    )
    return `${shown} ${kind}: ${credit_total} back, ${charge_total} charged`
  }

  private async pause(which: number, much: number): Promise<string> {
    const until = much % 3 ? addDays(await this.means.today(), (much % 50) - 1) : null
    return this.ask(which, "pause", { ...REASON, until })
  }

  /** Two workers share a day's work: everything is issued once. */
  private async twoRuns(much: number): Promise<string> {
    const { store, today } = this.means
    const date = await today()
    await Promise.all(Array.from({ length: 2 + (much % 2) }, () => runBilling(store.container(), date)))
    return date
  }

  /** Medusa's event comes again, as it does after a worker died. */
  private async replay(which: number): Promise<string> {
    const { store } = this.means
    const orders: string[] = await store.knex()("order").whereNull("deleted_at").orderBy("display_id").pluck("id")
    const id = orders[which % Math.max(1, orders.length)]
    if (!id) {
      return "no order"
    }
    const before = await this.counts()
    await store.container().resolve(Modules.EVENT_BUS).emit({ name: "order.placed", data: { id } })
    await store.settled()
    expect(await this.counts()).toEqual(before)
    return id
  }

  private async ask(which: number, path: string, body: object, statuses?: string[]): Promise<string> {
    const one = await this.subscription(which, statuses)
    const { post, attempt } = this.means
    return one ? attempt(() => post(`billing/subscriptions/${one.id}/${path}`, body), one.id) : "no subscription"
  }

  private async subscription(which: number, statuses?: string[]): Promise<Row | undefined> {
    const query = this.means.store.knex()<Row>("billing_subscription").whereNull("deleted_at").orderBy("display_id")
    const rows: Row[] = await (statuses ? query.whereIn("status", statuses) : query.whereNotIn("status", FINAL))
    return rows[which % Math.max(1, rows.length)]
  }

  private invoiced(): Promise<{ kind: string; total: string }[]> {
    return this.means.store.knex()("billing_invoice").orderBy(["created_at", "id"]).select("kind", "total")
  }

  private async counts(): Promise<Record<string, string>> {
    const tables = ["billing_subscription", "billing_renewal", "billing_invoice", "billing_charge_attempt"]
    const counted = await Promise.all(tables.map((table) => this.means.store.knex()(table).count().first()))
    return Object.fromEntries(tables.map((table, index) => [table, String(counted[index]?.count)]))
  }
}
