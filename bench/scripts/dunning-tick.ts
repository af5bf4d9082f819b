import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { amountColumns } from "../../src/modules/core"
import { addDays } from "../../src/rules/calendar"
import { dunSubscriptions } from "../../src/workflows/billing/dunning/dun-subscriptions"
import { readInput, writeOutput } from "../support/child"
import { DUE, seedDue } from "../support/seed-due"
import type { World } from "./prepare-world"

export interface DunningInput {
  world: World
  count: number
  due: number
}

/** Many subscriptions that run, some of which owe their first renewal since three days: they are due to be suspended. */
async function seedOwing(knex: Knex, { world, count, due }: DunningInput): Promise<void> {
  const ids = await seedDue(knex, world, { count, prefix: "D" })
  const owing = ids.slice(0, due)
  const { amount, raw_amount } = amountColumns("amount", "35.58")
  await knex.raw(
    `insert into billing_renewal (id, subscription_id, cycle, period_start, period_end, due_on, status, reason,
       currency_code, total, raw_total, attempts)
     select 'bren_' || id, id, 1, period_end, '2026-03-31', period_end, case when id = any(?) then 'failed' else 'paid' end,
       null, currency_code, cast(? as numeric), cast(? as jsonb), 1 from billing_subscription`,
    [owing, amount, raw_amount],
  )
  await knex.raw(
    `update billing_subscription set next_cycle = 2, next_due_on = '2026-03-31',
       status = case when id = any(?) then 'past_due' else status end,
       dunning_on = case when id = any(?) then ? end, suspend_on = case when id = any(?) then ? end`,
    [owing, owing, addDays(DUE, 3), owing, addDays(DUE, 3)],
  )
  await seedBilled(knex, owing)
  await knex.raw("vacuum analyze")
}

/** The renewals' invoices with what is open of them, and the attempts to collect them; a few payments were taken back for good. */
async function seedBilled(knex: Knex, owing: string[]): Promise<void> {
  const zero = `'{"value":"0","precision":20}'::jsonb`
  await knex.raw(
    `insert into billing_invoice (id, kind, series, sequence, number, order_id, subscription_id, customer_id, issued_on, due_on,
       currency_code, subtotal, raw_subtotal, tax_total, raw_tax_total, total, raw_total, document)
     select 'binv_' || r.id, 'invoice', 'INV', row_number() over (order by r.id), 'N-' || r.id, 'order_' || r.id,
       r.subscription_id, s.customer_id, r.due_on, r.due_on, r.currency_code, r.total, r.raw_total, 0, ${zero}, r.total,
       r.raw_total, '{}' from billing_renewal r join billing_subscription s on s.id = r.subscription_id`,
  )
  await knex.raw(`update billing_renewal set invoice_id = 'binv_' || id, order_id = 'order_' || id`)
  await knex.raw(
    `insert into billing_invoice_payment (invoice_id, status, due_on, issued_on, sequence, invoice_total, open_total,
       paid_total, raw_paid_total, written_off_total)
     select i.id, case when o then 'open' else 'paid' end, i.due_on, i.issued_on, i.sequence, i.total,
       case when o then i.total else 0 end, case when o then 0 else i.total end,
       case when o then ${zero} else i.raw_total end, 0
     from billing_invoice i cross join lateral (select i.subscription_id = any(?) as o) owes`,
    [owing],
  )
  await knex.raw(
    `insert into billing_charge_attempt (id, renewal_id, subscription_id, number, idempotency_key, status, amount, raw_amount,
       currency_code, payment_provider_id, as_of)
     select 'batt_' || id, id, subscription_id, 1, 'key_' || id, case when subscription_id = any(?) then 'soft_declined' else 'paid' end,
       total, raw_total, currency_code, 'pp_demo_demo', due_on from billing_renewal`,
    [owing],
  )
  await knex.raw(
    `insert into billing_payment_return (id, payment_id, reference, order_id, reason, amount, raw_amount, currency_code, as_of)
     select 'bret_' || id, 'pay_' || id, 'ref_' || id, 'order_gone_' || id, 'returned', total, raw_total, currency_code, due_on
     from billing_renewal order by id limit 2000`,
  )
}

interface Asked {
  sql: string
  bindings: unknown[]
}

async function planOf(knex: Knex, { sql, bindings }: Asked): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { "QUERY PLAN": string }[] }>(
    `explain ${sql.replace(/\$\d+/g, "?").replace(/ for update( skip locked)?$/, "")}`,
    bindings as Knex.RawBinding[],
  )
  return rows.map((row) => row["QUERY PLAN"])
}

/** What the scheduled job does about all that owes on the third day; no provider is asked in it. */
export default async function dunningTick({ container }: ExecArgs): Promise<void> {
  const input = readInput<DunningInput>()
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await seedOwing(knex, input)
  const asked: Asked[] = []
  const listen = (one: Asked) => asked.push(one)
  knex.on("query", listen)
  const begun = performance.now()
  const looked = await dunSubscriptions(container, addDays(DUE, 3))
  const seconds = (performance.now() - begun) / 1000
  knex.removeListener("query", listen)
  const [suspended] = await knex("billing_subscription").where({ status: "suspended" }).count()
  if (looked !== input.due || Number(suspended?.count) !== input.due) {
    throw new Error(`Of ${input.due} that owe, ${String(suspended?.count)} were suspended`)
  }
  const questions = asked.filter(({ sql }) => /^(select|update)/i.test(sql) && sql.includes("billing_"))
  const plans: string[] = []
  for (const question of new Map(questions.map((one) => [one.sql, one])).values()) {
    plans.push(...(await planOf(knex, question)))
  }
  writeOutput({ perSecond: looked / seconds, plans })
}
