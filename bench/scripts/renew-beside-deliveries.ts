import type { ExecArgs } from "@medusajs/framework/types"
import { runBilling } from "../../integration-tests/support/run-billing"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { PROVISIONING_MODULE, type ProvisioningModuleService } from "../../src/modules/provisioning"
import { deliverCalls } from "../../src/workflows/provisioning/delivery/deliver-calls"
import { readInput, writeOutput } from "../support/child"
import { seedDeliveries } from "../support/seed-deliveries"
import { DUE, seedDue } from "../support/seed-due"
import { startSlowOutside } from "../support/slow-outside"
import type { World } from "./prepare-world"

export interface BesideInput {
  world: World
  count: number
  warmUp: number
  /** How many deliveries wait, and are being made meanwhile; 0: none. */
  queued: number
  /** How long their outside takes. */
  latency: number
}

/** A whole billing run while services wait to be delivered by a slow outside, and the same process delivers them. */
export default async function renewBesideDeliveries({ container }: ExecArgs): Promise<void> {
  const { world, count, warmUp, queued, latency } = readInput<BesideInput>()
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const renew = async (due: number): Promise<number> => {
    const begun = performance.now()
    const run = await billing.retrieveRun(await runBilling(container, DUE))
    if (run.paid !== due) {
      throw new Error(`${run.paid} renewals were paid instead of ${due}`)
    }
    return (performance.now() - begun) / 1000
  }
  await seedDue(billing.db.knex, world, { count: warmUp, prefix: "W" })
  await renew(warmUp)
  const outside = await startSlowOutside(latency)
  if (queued > 0) {
    const provisioning = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
    await seedDeliveries(provisioning, { count: queued, url: outside.url, prefix: "Q" })
  }
  await seedDue(billing.db.knex, world, { count, prefix: "B" })
  // What is under way when the run is over ends with the process, as it does where one is stopped.
  void deliverCalls(container, DUE, { mostSeconds: 600 }).catch(() => undefined)
  const seconds = await renew(count)
  writeOutput({ perSecond: count / seconds })
  await outside.stop()
  process.exit(0)
}
