import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import { runBilling } from "../../integration-tests/support/run-billing"
import {
  BILLING_MODULE,
  type BillingModuleService,
  countByStatus,
  openInvoiceSums,
  readDailyFigures,
  upcomingSums,
} from "../../src/modules/billing"
import { addDays } from "../../src/rules/calendar"
import { previewChange } from "../../src/workflows/billing/changes/preview-change"
import { readInput, writeOutput } from "../support/child"
import { DUE, seedDue } from "../support/seed-due"
import type { World } from "./prepare-world"

export interface OverviewInput {
  world: World
  count: number
  renewals: number
  times: number
}

const TODAY = addDays(DUE, 10)
const YEAR_AGO = addDays(TODAY, -365)

/** Subscriptions that have renewed for years, with their figures and a year of days in two currencies. One of them is billed now. */
async function seed(knex: Knex, { world, count, renewals }: OverviewInput): Promise<string> {
  const [first = ""] = await seedDue(knex, world, { count, prefix: "O" })
  const later = addDays(TODAY, 20)
  await knex("billing_subscription").whereNot({ id: first }).update({ next_cycle: 2, next_due_on: later })
  await knex.raw(
    `insert into billing_renewal (id, subscription_id, cycle, period_start, period_end, due_on, status, currency_code)
     select 'bren_old_' || s.id || n, s.id, 100 + n, s.period_start, s.period_end, '2025-01-31', 'paid', s.currency_code
     from billing_subscription s cross join generate_series(1, cast(? as int)) n where s.id <> ?`,
    [Math.ceil(renewals / count), first],
  )
  const raw = `'{"value":"29.90","precision":20}'::jsonb`
  await knex.raw(
    `insert into billing_subscription_figure (id, currency_code, is_active, mrr, raw_mrr, at_risk, raw_at_risk, renews_on,
       renewal_amount, raw_renewal_amount)
     select id, currency_code, true, 29.90, ${raw}, 0, ${raw}, to_char(cast(? as date) + cast(display_id % 60 as int),
       'YYYY-MM-DD'), 29.90, ${raw} from billing_subscription on conflict (id) do nothing`,
    [TODAY],
  )
  await knex.raw(
    `insert into billing_daily_figure (id, on_date, currency_code, mrr, raw_mrr, at_risk, raw_at_risk, active, new, churned,
       recovered, failed)
     select d || c, to_char(d, 'YYYY-MM-DD'), c, 1000, ${raw}, 0, ${raw}, 100, 3, 2, 1, 1
     from generate_series(cast(? as date), cast(? as date), interval '1 day') d cross join (values ('eur'), ('chf')) v (c)`,
    [YEAR_AGO, TODAY],
  )
  await knex.raw("vacuum analyze")
  return first
}

async function p95(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now()
    await work()
    taken.push(performance.now() - begun)
  }
  taken.sort((a, b) => a - b)
  return taken[Math.ceil(times * 0.95) - 1] ?? 0
}

async function plansOf(knex: Knex, work: () => Promise<unknown>): Promise<string[]> {
  const asked: { sql: string; bindings: unknown[] }[] = []
  const listen = (question: { sql: string; bindings: unknown[] }) => asked.push(question)
  knex.on("query", listen)
  await work()
  knex.removeListener("query", listen)
  const plans: string[] = []
  for (const { sql, bindings } of asked.filter((one) => /^select/i.test(one.sql))) {
    const { rows } = await knex.raw<{ rows: { "QUERY PLAN": string }[] }>(
      `explain (costs off) ${sql.replace(/\$\d+/g, "?")}`,
      bindings as Knex.RawBinding[],
    )
    plans.push(...rows.map((row) => row["QUERY PLAN"]))
  }
  return plans
}

/** What the overview page asks for, and the preview of a change of what was billed. */
export default async function billingOverview({ container }: ExecArgs): Promise<void> {
  const input = readInput<OverviewInput>()
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const { knex } = billing.db
  const id = await seed(knex, input)
  await runBilling(container, DUE)
  const overview = () =>
    Promise.all([
      countByStatus(knex),
      openInvoiceSums(knex, TODAY),
      billing.listRuns({}, { take: 1, order: { id: "DESC" } }),
      readDailyFigures(knex, { from: YEAR_AGO, to: TODAY }),
      upcomingSums(knex, { from: TODAY, to: addDays(TODAY, 30) }),
    ])
  const preview = () => previewChange(container, { id, wish: { quantity: 3, when: "now" }, as_of: TODAY })
  await overview()
  const { credit } = await preview()
  if (!credit) {
    throw new Error("The preview credits nothing: what was billed was not found")
  }
  writeOutput({
    overview: await p95(input.times, overview),
    preview: await p95(input.times, preview),
    plans: [...(await plansOf(knex, overview)), ...(await plansOf(knex, preview))],
  })
}
