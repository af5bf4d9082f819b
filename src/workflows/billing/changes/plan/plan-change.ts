import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeCredit,
  type LockedSubscription,
  type TermsBefore,
} from "../../../../modules/billing"
import {
  isRoot,
  notAllowed,
  optionsOf,
  type ChangeKind,
  type ChangeTime,
  type NewTerms,
} from "../../../../rules/billing"
import type { CivilDate, Interval } from "../../../../rules/calendar"
import { billedAlready, billedChange } from "../scheduled-terms"
import { decideTermsChange } from "./decide-terms-change"
import { loadNewTerms, type WantedTerms } from "./load-new-terms"
import { loadPaidPeriod } from "./load-paid-period"
import { intervalOf, refusedChange, type Planning } from "./planning"
import { previewOf, type ChangePreview } from "./preview-of-change"
import { requireUnits } from "./service-units"

export type { ChangePreview } from "./preview-of-change"

export interface ChangeWish extends WantedTerms {
  when: ChangeTime
  /** What a customer may not order, they may not change to. */
  isCustomer?: boolean
}

/** A change as it is decided, with all that it does and comes to. The preview shows it, and the change makes it. */
export interface PlannedTermsChange {
  kind: ChangeKind
  on: CivilDate
  itemId: string
  from: TermsBefore & { interval: Interval }
  to: NewTerms
  credit: ChangeCredit | null
  preview: ChangePreview
}

/** Decides a change and says what it comes to. Throws INVALID_DATA that names the field and the reason. */
export async function planChange(
  container: MedusaContainer,
  subscription: LockedSubscription,
  { wish, asOf }: { wish: ChangeWish; asOf: CivilDate },
): Promise<PlannedTermsChange> {
  const { row } = subscription
  await refuseBilledAhead(container, row)
  const { root, to } = await wantedTerms(container, subscription, wish)
  const options = optionsOf(subscription.items)
  const paid = row.payment_type === "recurring" ? await loadPaidPeriod(container, { row, root, options }) : null
  const planning: Planning = { subscription, root, to, paid, asOf }
  const decision = await decideTermsChange(container, planning, wish.when)
  if (decision.kind === "refuse") {
    throw refusedChange(row, { field: decision.field ?? "status", reason: decision.reason })
  }
  const { credit, preview } = await previewOf(container, planning, decision)
  if (credit && row.customer_id === null) {
    throw refusedChange(row, {
      field: "when",
      reason: "It belongs to no account that could hold a credit: it can be changed at the period's end",
    })
  }
  const { cycle_id, quantity, title, unit_price } = root
  return {
    ...{ kind: decision.kind, on: decision.on, itemId: root.id, to },
    from: { cycle_id, quantity, title, unit_price, interval: intervalOf(row) },
    credit,
    preview,
  }
}

async function refuseBilledAhead(container: MedusaContainer, row: LockedSubscription["row"]): Promise<void> {
  const billed = await billedChange(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, row.id)
  if (billed) {
    throw refusedChange(row, { field: "when", reason: billedAlready(billed) })
  }
}

/** The terms that are asked for, where they may be had. */
async function wantedTerms(
  container: MedusaContainer,
  { row, items }: LockedSubscription,
  wish: ChangeWish,
): Promise<Pick<Planning, "root" | "to">> {
  const root = items.find(isRoot)
  const options = optionsOf(items)
  if (!root || items.length > 1 + options.length) {
    throw refusedChange(row, {
      field: "cycle_id",
      reason: "It is a package: what is in it goes with it, and it is not changed",
    })
  }
  const loaded = await loadNewTerms(container, { row, root, options }, wish)
  if (!loaded.ok) {
    throw refusedChange(row, loaded.problem)
  }
  const { customerChanges } = container.resolve<BillingModuleService>(BILLING_MODULE).options
  const forbidden = wish.isCustomer ? notAllowed(root, loaded.to.item, customerChanges) : null
  if (forbidden) {
    throw refusedChange(row, forbidden)
  }
  await requireUnits(container, { subscription: { row, items }, to: loaded.to.item, field: fieldOf(wish) })
  return { root, to: loaded.to }
}

/** The field that asks for units. */
export const fieldOf = ({ cycle_id }: WantedTerms): "quantity" | "cycle_id" =>
  cycle_id === undefined ? "quantity" : "cycle_id"
