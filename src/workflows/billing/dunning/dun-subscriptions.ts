import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, isDunningDue, lockDueForDunning } from "../../../modules/billing"
import { inTransaction } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"
import { lookAgain } from "./look-again"
import { readStandingSettings } from "./read-dunning-settings"

/** Subscriptions in one transaction: some milliseconds, and no provider is asked in it. */
const BATCH = 250

/**
 * Does what is due about subscriptions that owe, in batches: past due, suspended, terminated. Any number of processes share
 * the work; a batch is one transaction, so that a killed one leaves nothing half-done. Returns how many it looked at.
 */
export async function dunSubscriptions(container: MedusaContainer, asOf: CivilDate): Promise<number> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if (!(await isDunningDue(knex, asOf))) {
    return 0
  }
  const settings = await readStandingSettings(container)
  let looked = 0
  for (let batch = BATCH; batch === BATCH; looked += batch) {
    batch = await inTransaction(knex, async (trx) => {
      const rows = await lockDueForDunning(trx, { asOf, limit: BATCH })
      await lookAgain(trx, { rows, settings, asOf })
      return rows.length
    })
  }
  return looked
}
