import type { ExecArgs } from "@medusajs/framework/types"
import { createOfferedProduct } from "../../integration-tests/support/create-offered-product"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { importSubscriptionsWorkflow } from "../../src/workflows/billing/imports/import-subscriptions"
import { planImport } from "../../src/workflows/billing/imports/plan-import"
import { readInput, writeOutput } from "../support/child"
import type { World } from "./prepare-world"

export interface MoveInInput {
  world: World
  count: number
}

const TODAY = "2026-11-30"

const HEAD =
  "key,email,product,unit_price,currency_code,interval,next_on,started_on,country_code,city,payment_provider_id,payment_method"

/** A file of customers of their own, of two cycles, half of them with a saved method. */
function fileOf(productId: string, count: number): string {
  const rows = Array.from({ length: count }, (_one, n) => {
    const cycle = n % 3 === 0 ? "299.00,eur,year,2027-08-31,2024-08-31" : "29.90,eur,month,2026-12-31,2026-01-31"
    const method = n % 2 === 0 ? `pp_demo_demo,dpm_${n}` : ","
    return `old-${n},customer${n}@bench.example,${productId},${cycle},de,Berlin,${method}`
  })
  return [HEAD, ...rows].join("\n")
}

/** Moves a file in: its dry run, the import with its customers, and the same file once more. */
export default async function moveIn({ container }: ExecArgs): Promise<void> {
  const { world, count } = readInput<MoveInInput>()
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const { productId } = await createOfferedProduct(container, {
    title: "Hosting",
    salesChannelId: world.salesChannelId,
    cycles: [
      { name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 29.9 } },
      { name: "Yearly", interval: { unit: "year", count: 1 }, prices: { eur: 299 } },
    ],
  })
  const content = Buffer.from(fileOf(productId, count)).toString("base64")
  const file = { format: "template" as const, file_name: "old.csv", content }
  const timed = async <Result>(work: () => Promise<Result>): Promise<{ seconds: number; result: Result }> => {
    const begun = performance.now()
    const result = await work()
    return { seconds: (performance.now() - begun) / 1000, result }
  }
  const write = (id: string) =>
    importSubscriptionsWorkflow(container).run({ input: { id, ...file, as_of: TODAY, actor: "system" } })

  const dry = await timed(() => planImport(container, file, { asOf: TODAY, db: knex }))
  const first = await timed(() => write("bimp_bench_1"))
  const again = await timed(() => write("bimp_bench_2"))
  const [stored] = await knex("billing_subscription").count()
  const counts = [dry.result.plan.ok && dry.result.plan.rows.length, first.result.result.created_count]
  if (Number(stored?.count) !== count || counts.some((one) => one !== count) || again.result.result.created_count) {
    throw new Error(`Of ${count} subscriptions, ${String(stored?.count)} were moved in`)
  }
  writeOutput({ dry: dry.seconds, first: first.seconds, again: again.seconds })
}
