import { seedDemo } from "../../demo/seed"
import { BILLING_MODULE, type BillingModuleService, openInvoicesOf } from "../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../src/modules/discounts"
import { storeSuite } from "../support/store-suite"
import type { TestStore } from "../support/store-test"

/** How many rows each table holds, but for Medusa's own log of finished workflows. */
async function countRows({ knex }: TestStore): Promise<Record<string, number>> {
  const tables: string[] = await knex()("information_schema.tables")
    .where({ table_schema: "public" })
    .whereNot({ table_name: "workflow_execution" })
    .orderBy("table_name")
    .pluck("table_name")
  const counts: Record<string, number> = {}
  for (const table of tables) {
    counts[table] = Number((await knex()(table).count("* as rows").first())?.rows)
  }
  return counts
}

export const demoStoreSuite = storeSuite(__filename, (store) => {
  describe("the demo store", () => {
    it("shows the hard cases beside what is paid: a cancellation, a decline, overdue, a trial; a second seed changes nothing", async () => {
      const summary = await seedDemo(store.container())
      await store.settled()

      const billing = store.container().resolve<BillingModuleService>(BILLING_MODULE)
      const subscriptions = await billing.listSubscriptions({}, { take: null })
      const cases = [...subscriptions].sort((a, b) => a.display_id - b.display_id)
      const core = store.container().resolve<CoreModuleService>(CORE_MODULE)
      const today = await core.today()
      expect(cases.map(({ status, cancel_on }) => [status, cancel_on !== null && cancel_on > today])).toEqual([
        ["active", false],
        ["active", true],
        ["past_due", false],
        ["active", false],
        ["trialing", false],
      ])
      const { knex } = billing.db
      const renewals = await billing.listRenewals({}, { take: null, order: { cycle: "ASC" } })
      const renewed = cases.map(({ id }) =>
        renewals.filter((one) => one.subscription_id === id).map(({ status }) => status),
      )
      expect(renewed).toEqual([["paid", "paid", "paid", "paid"], [], ["paid", "failed"], ["issued", "issued"], []])
      const ids = cases.map(({ id }) => id)
      expect((await openInvoicesOf(knex, ids, today)).get(ids[3] ?? "")).toEqual({ count: 2, overdue: 1 })
      expect(await core.daysAhead()).toBe(0)

      const discounts = store.container().resolve<DiscountsModuleService>(DISCOUNTS_MODULE)
      expect(await discounts.listDiscounts({}, { take: null })).toHaveLength(3)
      expect(await discounts.listOrderDiscounts({}, { take: null })).toHaveLength(1)

      const before = await countRows(store)
      expect(await seedDemo(store.container())).toEqual(summary)
      await store.settled()
      expect(await countRows(store)).toEqual(before)
    })
  })
})
