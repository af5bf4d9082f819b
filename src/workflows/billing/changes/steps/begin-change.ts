import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  addTimelineEntries,
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  type ChangeRecord,
  holdForChange,
  insertChange,
  type LockedSubscription,
  moveChange,
  readChange,
  scheduledChanges,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../../modules/core"
import { compare } from "../../../../rules/money"
import { serviceStock } from "../../../ports/service-stock"
import { requireOwner } from "../../subscriptions/change-one-subscription"
import { requireVersion } from "../../subscriptions/require-version"
import { applyChange, toldOf } from "../apply-change"
import { withdrawChange } from "../apply-scheduled-changes"
import { hasCredited } from "../credit-change"
import { fieldOf, planChange, type ChangePreview, type ChangeWish, type PlannedTermsChange } from "../plan/plan-change"
import { withUnits } from "../plan/service-units"

/** The figures of a preview: where they are others by now, the change is refused. */
export type ExpectedTotals = Partial<Pick<ChangePreview, "credit_total" | "charge_total" | "due_total">>

export interface ChangeSubscriptionInput extends ChangeContext {
  id: string
  wish: ChangeWish
  expected?: { [Name in keyof ExpectedTotals]?: string | undefined } | undefined
  version?: number | undefined
  /** The customer who must own it; another's is not found. Admins leave it out. */
  customer_id?: string | undefined
}

export interface BegunChange {
  id: string
  subscription_id: string
  /** Its bill is made at once. */
  isBilledNow: boolean
}

/**
 * Decides a change on the locked subscription and records it: scheduled, made at once where nothing is credited, or held
 * until the credit note is issued. Compensation lets the subscription go where nothing was credited; else the tick
 * finishes the change.
 */
export const beginChangeStep = createStep(
  "billing-begin-change",
  async (input: ChangeSubscriptionInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const begun = await withLockedSubscriptions(knex, [input.id], async (trx, [subscription]) => {
      if (!subscription) {
        throw new MedusaError(MedusaError.Types.NOT_FOUND, `Subscription with id: ${input.id} was not found`)
      }
      requireOwner(subscription.row, input)
      await requireVersion(trx, subscription.row, input.version)
      const planned = await planChange(container, subscription, { wish: input.wish, asOf: input.as_of })
      requireExpected(planned.preview, input.expected)
      const beginning = { subscription, planned, input }
      if (planned.kind === "schedule") {
        return begin(container, trx, beginning)
      }
      const units = { subscription, to: planned.to.item, field: fieldOf(input.wish) }
      return withUnits(container, units, () => begin(container, trx, beginning))
    })
    return new StepResponse(begun, begun.id)
  },
  async (id, { container }) => {
    if (id !== undefined) {
      await letGo(container, id)
    }
  },
)

function requireExpected(preview: ChangePreview, expected: ChangeSubscriptionInput["expected"]): void {
  for (const [name, seen] of Object.entries(expected ?? {})) {
    const now = preview[name as keyof ExpectedTotals]
    if (seen !== undefined && compare(seen, now) !== 0) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The figures are others by now: ${name} is ${now}, not ${seen}. Look at the preview again`,
      )
    }
  }
}

interface Beginning {
  subscription: LockedSubscription
  planned: PlannedTermsChange
  input: ChangeSubscriptionInput
}

async function begin(container: MedusaContainer, trx: Database, beginning: Beginning): Promise<BegunChange> {
  const { subscription, planned, input } = beginning
  const { options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const { row } = subscription
  for (const change of await scheduledChanges(trx, [row.id])) {
    await withdrawChange(trx, { row, change, reason: "another change takes its place" }, input)
  }
  const change = recordOf(beginning)
  await insertChange(trx, change)
  if (change.status === "scheduled") {
    await tellScheduled(trx, { row, change }, input)
  } else if (planned.credit) {
    await holdForChange(trx, { id: row.id, changeId: change.id })
  } else {
    await applyChange(trx, { subscription, change, from: "crediting", settings: options }, input)
  }
  const isBilledNow = planned.kind === "prorate" || planned.kind === "restart"
  return { id: change.id, subscription_id: row.id, isBilledNow }
}

const recordOf = ({ subscription, planned, input }: Beginning): ChangeRecord => {
  const { interval: _interval, ...from } = planned.from
  return {
    id: generateEntityId(undefined, "bchg"),
    subscription_id: subscription.row.id,
    status: planned.kind === "schedule" ? "scheduled" : "crediting",
    kind: planned.kind,
    on_date: planned.on,
    from,
    to: planned.to,
    credit: planned.credit,
    billed_cycle: null,
    as_of: input.as_of,
    actor: input.actor,
  }
}

async function tellScheduled(
  trx: Database,
  { row, change }: { row: LockedSubscription["row"]; change: ChangeRecord },
  { as_of, actor }: ChangeContext,
): Promise<void> {
  const data = toldOf(change)
  await addTimelineEntries(trx, [{ subscription_id: row.id, type: "change_scheduled", as_of, actor, data }])
  await addOutboxEvents(trx, [
    { name: "billing.subscription.change_scheduled", data: { id: row.id, order_id: row.order_id, ...data } },
  ])
}

async function letGo(container: MedusaContainer, id: string): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const change = await readChange(knex, id)
  if (change?.status !== "crediting" || (await hasCredited(container, change))) {
    return
  }
  await inTransaction(knex, async (trx) => {
    if (await moveChange(trx, { id, from: "crediting", to: "withdrawn" })) {
      await holdForChange(trx, { id: change.subscription_id, changeId: null })
    }
  })
  await serviceStock.get().release(container, change.subscription_id)
}
