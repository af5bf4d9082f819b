import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { setTimeout as wait } from "timers/promises"
import { BILLING_MODULE, type BillingModuleService, isAnythingDue, openRuns } from "../../../src/modules/billing"
import { billingTick } from "../../../src/workflows/billing/runs/billing-tick"

const PAUSE_MS = 100

/** What the scheduled job does every minute, again and again, until nothing is left for it by this date. */
export async function billUntilDone(container: MedusaContainer, asOf: string): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await tickUntilDone(container, asOf)
  // The time passes after which a charge that nobody knows the end of is asked about again.
  await knex("billing_renewal").where({ status: "issued" }).whereNotNull("collect_on").update({ claimed_until: null })
  await tickUntilDone(container, asOf)
}

async function tickUntilDone(container: MedusaContainer, asOf: string): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  for (;;) {
    await billingTick(container, asOf)
    if (await isDone(knex, asOf)) {
      return
    }
    await wait(PAUSE_MS)
  }
}

async function isDone(knex: Knex, asOf: string): Promise<boolean> {
  const waiting = await knex("service_core_outbox_event").whereNull("dispatched_at").first("id")
  return !waiting && (await openRuns(knex)).length === 0 && !(await isAnythingDue(knex, asOf))
}
