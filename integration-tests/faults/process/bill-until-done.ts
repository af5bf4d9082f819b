import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { setTimeout as wait } from "timers/promises"
import { BILLING_MODULE, type BillingModuleService, isAnythingDue, openRuns } from "../../../src/modules/billing"
import { billingTick } from "../../../src/workflows/billing/runs/billing-tick"

const PAUSE_MS = 100

/** What the scheduled job does every minute, again and again, until nothing is left for it by this date. */
export async function billUntilDone(container: MedusaContainer, asOf: string, goesOn = false): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await tickUntilDone(container, asOf, goesOn)
  // The time passes after which a charge that nobody knows the end of is asked about again.
  await knex("billing_renewal").where({ status: "issued" }).whereNotNull("collect_on").update({ claimed_until: null })
  await tickUntilDone(container, asOf, goesOn)
}

async function tickUntilDone(container: MedusaContainer, asOf: string, goesOn: boolean): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const tick = async (): Promise<boolean> => {
    await billingTick(container, asOf)
    return isDone(knex, asOf)
  }
  const tickOrNot = (): Promise<boolean> =>
    tick().catch((error: unknown) => {
      if (goesOn) {
        return false
      }
      throw error
    })
  while (!(await tickOrNot())) {
    await wait(PAUSE_MS)
  }
}

async function isDone(knex: Knex, asOf: string): Promise<boolean> {
  const waiting = await knex("service_core_outbox_event").whereNull("dispatched_at").first("id")
  return !waiting && (await openRuns(knex)).length === 0 && !(await isAnythingDue(knex, asOf))
}
