import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, isAnythingDue, openRuns } from "../../../modules/billing"
import { deleteExpiredAsks } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"
import { dispatchOutbox } from "../../events/dispatch-outbox"
import { sweepBalanceOnOrders } from "../balance/write-balance-on-orders"
import { endPauses } from "../changes/end-pauses"
import { finishChanges } from "../changes/finish-changes"
import { issueWaitingDocuments } from "../credit-notes/issue-waiting-documents"
import { deleteAbandonedFiles } from "../documents/delete-abandoned-files"
import { dunSubscriptions } from "../dunning/dun-subscriptions"
import { countFigures } from "../figures/count-figures"
import { followExits } from "../exits/follow-exits"
import { settleDuePriceChanges } from "../price-changes/settle-price-changes"
import { remindCustomers } from "../reminders/remind-customers"
import { processRunSafely } from "./process-run"
import { startRunWorkflow } from "./start-run"

/** One tick of the schedule. A few index look-ups when nothing is due. */
export async function billingTick(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await dispatchOutbox(container)
  await deleteExpiredAsks(knex, new Date())
  await deleteAbandonedFiles(container)
  await sweepBalanceOnOrders(container)
  await issueWaitingDocuments(container, asOf)
  await finishChanges(container)
  await endPauses(container, asOf)
  await settleDuePriceChanges(container, asOf)
  await followExits(container, asOf)
  if (await isAnythingDue(knex, asOf)) {
    await startRunWorkflow(container).run({ input: { as_of: asOf, requested_by: "schedule" } })
  }
  for (const run of await openRuns(knex)) {
    await processRunSafely(container, run.id)
  }
  // After the charges: one that succeeds today is not suspended today.
  await dunSubscriptions(container, asOf)
  // Last, so that nobody is warned of what has just been done.
  await remindCustomers(container, asOf)
  await countFigures(container, asOf)
  await dispatchOutbox(container)
}
