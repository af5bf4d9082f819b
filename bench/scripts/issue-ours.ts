import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, enterRun, isRunning, openRun } from "../../src/modules/billing"
import type { BatchInput } from "../../src/workflows/billing/renewals/batch-input"
import { dispatchOutbox } from "../../src/workflows/events/dispatch-outbox"
import { issueRenewalsWorkflow } from "../../src/workflows/billing/renewals/issue-renewals"
import { readInput, writeOutput } from "../support/child"
import { DUE, seedDue } from "../support/seed-due"
import { watchMemory } from "../support/watch-memory"
import type { World } from "./prepare-world"

export interface IssueInput {
  world: World
  /** Subscriptions that are stored and due. */
  count: number
  /** Renewals before the clock starts, so that no compiler is measured. */
  warmUp: number
}

/** Issues all that is due, as a billing run does before it charges, and dispatches the events. */
export async function issue(container: MedusaContainer): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const run = await openRun(knex, { asOf: DUE, requestedBy: "bench" })
  await enterRun(knex, run.id)
  const batch: BatchInput = { run_id: run.id, as_of: DUE, worker: "bench" }
  while (await isRunning(knex, run.id)) {
    const { result } = await issueRenewalsWorkflow(container).run({ input: batch })
    if (result === 0) {
      break
    }
  }
  await dispatchOutbox(container)
  await knex("billing_run").where({ id: run.id }).update({ status: "completed" })
}

export default async function issueOurs({ container }: ExecArgs): Promise<void> {
  const { world, count, warmUp } = readInput<IssueInput>()
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const peakOf = await watchMemory()
  await seedDue(knex, world, { count: warmUp, prefix: "W" })
  await issue(container)
  await seedDue(knex, world, { count, prefix: "B" })

  const begun = performance.now()
  await issue(container)
  const seconds = (performance.now() - begun) / 1000
  const peak = await peakOf()

  const [made] = await knex("billing_invoice").count()
  if (Number(made?.count) !== count + warmUp) {
    throw new Error(`${made?.count} invoices were issued instead of ${count + warmUp}`)
  }
  writeOutput({ perSecond: count / seconds, peak })
}
