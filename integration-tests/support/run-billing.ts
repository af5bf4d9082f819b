import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, openRun } from "../../src/modules/billing"
import type { CivilDate } from "../../src/rules/calendar"
import { processRun } from "../../src/workflows/billing/runs/process-run"

/** Opens a billing run for a date and works on it in this process until it is complete. Returns its id. */
export async function runBilling(container: MedusaContainer, asOf: CivilDate): Promise<string> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const run = await openRun(knex, { asOf, requestedBy: "test" })
  await processRun(container, run.id)
  return run.id
}
