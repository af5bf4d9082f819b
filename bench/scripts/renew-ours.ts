import type { ExecArgs } from "@medusajs/framework/types"
import { runBilling } from "../../integration-tests/support/run-billing"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { readInput, writeOutput } from "../support/child"
import { DUE, seedDue } from "../support/seed-due"
import type { World } from "./prepare-world"

export interface RenewInput {
  world: World
  /** Subscriptions that are stored and due. */
  count: number
  warmUp: number
}

/** Whole billing runs in one process: order, invoice, charge, money in the order, events. */
export default async function renewOurs({ container }: ExecArgs): Promise<void> {
  const { world, count, warmUp } = readInput<RenewInput>()
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const renew = async (due: number, prefix: string): Promise<number> => {
    await seedDue(billing.db.knex, world, { count: due, prefix })
    const begun = performance.now()
    const run = await billing.retrieveRun(await runBilling(container, DUE))
    const perSecond = (due * 1000) / (performance.now() - begun)
    if (run.paid !== due) {
      throw new Error(`${run.paid} renewals were paid instead of ${due}`)
    }
    return perSecond
  }
  await renew(warmUp, "W")
  writeOutput({ perSecond: await renew(count, "B") })
}
