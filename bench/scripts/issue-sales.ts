import type { ExecArgs } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { renewalSales } from "../../src/workflows/ports/renewal-sales"
import { readInput, writeOutput } from "../support/child"
import { seedDue } from "../support/seed-due"
import { issue, type IssueInput } from "./issue-ours"

export interface IssueSalesInput extends IssueInput {
  /** Whether renewals have their sales. */
  sales: boolean
}

export default async function issueSales({ container }: ExecArgs): Promise<void> {
  const { world, count, warmUp, sales } = readInput<IssueSalesInput>()
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if (!sales) {
    renewalSales.fill({ begin: () => undefined, finish: () => Promise.resolve() })
  }
  await seedDue(knex, world, { count: warmUp, prefix: "W" })
  await issue(container)
  await seedDue(knex, world, { count, prefix: "B" })
  const begun = performance.now()
  await issue(container)
  const seconds = (performance.now() - begun) / 1000
  const [made] = await knex("sales_sale").count()
  if (Number(made?.count) !== (sales ? count + warmUp : 0)) {
    throw new Error(`${made?.count} sales were made of ${count + warmUp} renewals`)
  }
  writeOutput({ perSecond: count / seconds })
}
