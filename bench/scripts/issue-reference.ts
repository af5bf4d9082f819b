import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, loadBilledSubscriptions } from "../../src/modules/billing"
import { billsOf, decideRenewals, toSubscriptionFacts, type RenewalOrder } from "../../src/rules/billing"
import { composeOrder } from "../../src/workflows/billing/renewals/compose-order"
import { loadRenewalFacts } from "../../src/workflows/billing/renewals/load-renewal-facts"
import { readInput, writeOutput } from "../support/child"
import { DUE, seedDue } from "../support/seed-due"
import { watchMemory } from "../support/watch-memory"
import type { IssueInput } from "./issue-ours"

/** The very orders that the billing run makes of these subscriptions. */
async function ordersOf(container: MedusaContainer, ids: string[]): Promise<RenewalOrder[]> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const subscriptions = await loadBilledSubscriptions(db.knex, ids)
  const { catchUp, catchUpLimit, invoiceDaysBefore } = options
  const settings = { asOf: DUE, catchUp, catchUpLimit, invoiceDaysBefore }
  const bills = subscriptions.flatMap((subscription) =>
    billsOf(decideRenewals(toSubscriptionFacts(subscription), settings)).map((decision) => ({
      subscription,
      decision,
    })),
  )
  const facts = await loadRenewalFacts(container, bills)
  return bills.map(({ subscription, decision }) => composeOrder(subscription, decision, facts))
}

/** Makes the orders batch by batch; only Medusa's own call is on the clock. Returns its milliseconds. */
async function createAll(container: MedusaContainer, ids: string[]): Promise<number> {
  const { batchSize } = container.resolve<BillingModuleService>(BILLING_MODULE).options
  const orderModule = container.resolve(Modules.ORDER)
  let busy = 0
  for (let from = 0; from < ids.length; from += batchSize) {
    const orders = await ordersOf(container, ids.slice(from, from + batchSize))
    const begun = performance.now()
    await orderModule.createOrders(orders)
    busy += performance.now() - begun
  }
  return busy
}

export default async function issueReference({ container }: ExecArgs): Promise<void> {
  const { world, count, warmUp } = readInput<IssueInput>()
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const peakOf = await watchMemory()
  await createAll(container, await seedDue(knex, world, { count: warmUp, prefix: "W" }))
  const ids = await seedDue(knex, world, { count, prefix: "B" })

  const milliseconds = await createAll(container, ids)
  writeOutput({ perSecond: (count * 1000) / milliseconds, peak: await peakOf() })
}
