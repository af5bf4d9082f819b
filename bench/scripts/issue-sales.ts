import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, enterRun, openRun } from "../../src/modules/billing"
import { dispatchOutbox } from "../../src/workflows/events/dispatch-outbox"
import { issueRenewalsWorkflow } from "../../src/workflows/billing/renewals/issue-renewals"
import { renewalSales, type RenewalSales } from "../../src/workflows/ports/renewal-sales"
import { RENEWAL_SALES } from "../../src/workflows/rooms"
import { readInput, writeOutput } from "../support/child"
import { DUE, seedDue } from "../support/seed-due"
import { issue, type IssueInput } from "./issue-ours"

const NO_SALES: RenewalSales = { begin: () => undefined, finish: () => Promise.resolve() }

interface Turn {
  withSales: boolean
  renewals: number
  seconds: number
}

/** Issues all that is due, batches with their sales and without by turns (with, without, without, with …): what slows the machine slows both. */
async function issueByTurns(container: MedusaContainer): Promise<Turn[]> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const { id } = await openRun(knex, { asOf: DUE, requestedBy: "bench" })
  await enterRun(knex, id)
  const turns: Turn[] = []
  for (;;) {
    const withSales = [0, 3].includes(turns.length % 4)
    renewalSales.fill(withSales ? RENEWAL_SALES : NO_SALES)
    const begun = performance.now()
    const { result } = await issueRenewalsWorkflow(container).run({
      input: { run_id: id, as_of: DUE, worker: "bench" },
    })
    await dispatchOutbox(container)
    if (result === 0) {
      await knex("billing_run").where({ id }).update({ status: "completed" })
      return turns
    }
    turns.push({ withSales, renewals: result, seconds: (performance.now() - begun) / 1000 })
  }
}

export default async function issueSales({ container }: ExecArgs): Promise<void> {
  const { world, count, warmUp } = readInput<IssueInput>()
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await seedDue(knex, world, { count: warmUp, prefix: "W" })
  await issue(container)
  await seedDue(knex, world, { count, prefix: "B" })
  const turns = await issueByTurns(container)
  const ofKind = (wanted: boolean) => turns.filter(({ withSales }) => withSales === wanted)
  const perSecond = (wanted: boolean) => ofKind(wanted).map(({ renewals, seconds }) => renewals / seconds)
  const expected = ofKind(true).reduce((sum, { renewals }) => sum + renewals, warmUp)
  const [made] = await knex("sales_sale").count()
  if (Number(made?.count) !== expected || turns.reduce((sum, { renewals }) => sum + renewals, 0) !== count) {
    throw new Error(`${made?.count} sales were made of ${expected} renewals`)
  }
  writeOutput({ ours: perSecond(true), reference: perSecond(false) })
}
