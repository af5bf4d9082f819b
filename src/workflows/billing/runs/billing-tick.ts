import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, isAnythingDue, openRuns } from "../../../modules/billing"
import { CORE_MODULE, type CoreModuleService, deleteExpiredAsks } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"
import { logFailure } from "../../errors/log-failure"
import { dispatchOutbox } from "../../events/dispatch-outbox"
import { sweepBalanceOnOrders } from "../balance/write-balance-on-orders"
import { beginBilledChanges } from "../changes/begin-billed-changes"
import { endPauses } from "../changes/end-pauses"
import { finishChanges } from "../changes/finish-changes"
import { issueWaitingDocuments } from "../credit-notes/issue-waiting-documents"
import { deleteAbandonedFiles } from "../documents/delete-abandoned-files"
import { dunSubscriptions } from "../dunning/dun-subscriptions"
import { countFigures } from "../figures/count-figures"
import { followExits } from "../exits/follow-exits"
import { settleDuePriceChanges } from "../price-changes/settle-price-changes"
import { askPagePayments } from "../payment-pages/ask-page-payments"
import { remindCustomers } from "../reminders/remind-customers"
import { processRunSafely } from "./process-run"
import { startRunWorkflow } from "./start-run"

type Duty = (container: MedusaContainer, asOf: CivilDate) => Promise<unknown>

/** What a tick does, in this order. */
const DUTIES: Readonly<Record<string, Duty>> = {
  events: dispatchOutbox,
  "limits of requests": deleteExpiredRequests,
  "abandoned files": deleteAbandonedFiles,
  "balances on orders": sweepBalanceOnOrders,
  "corrections of invoices": issueWaitingDocuments,
  "interrupted changes": finishChanges,
  "ends of pauses": endPauses,
  "changes that were billed ahead": beginBilledChanges,
  "new prices": settleDuePriceChanges,
  "exit requests": followExits,
  "payments on pages": askPagePayments,
  "the start of a run": startRun,
  runs: processRuns,
  // After the charges: one that succeeds today is not suspended today.
  dunning: dunSubscriptions,
  // After what is done today, so that nobody is warned of what has just been done.
  reminders: remindCustomers,
  figures: countFigures,
  "events of this tick": dispatchOutbox,
}

/** One tick of the schedule. A few index look-ups when nothing is due. A duty that fails is logged, and keeps no other from being done. */
export async function billingTick(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  for (const [name, duty] of Object.entries(DUTIES)) {
    await logFailure(container, `billing: ${name} could not be done, and will be tried again`, () =>
      duty(container, asOf),
    )
  }
}

async function deleteExpiredRequests(container: MedusaContainer): Promise<void> {
  await deleteExpiredAsks(container.resolve<CoreModuleService>(CORE_MODULE).db.knex, new Date())
}

async function startRun(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if (await isAnythingDue(knex, asOf)) {
    await startRunWorkflow(container).run({ input: { as_of: asOf, requested_by: "schedule" } })
  }
}

async function processRuns(container: MedusaContainer): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  for (const run of await openRuns(knex)) {
    await processRunSafely(container, run.id)
  }
}
