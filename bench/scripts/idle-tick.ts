import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import tick from "../../src/jobs/billing-tick"
import orderSweep from "../../src/jobs/order-sweep"
import { BILLING_MODULE, type BillingModuleService, isAnythingDue } from "../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { addDays } from "../../src/rules/calendar"
import { readInput, writeOutput } from "../support/child"
import { seedDue } from "../support/seed-due"
import type { World } from "./prepare-world"

export interface IdleInput {
  world: World
  count: number
  ticks: number
}

const INDEX_SETTINGS = ["enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan"]

/**
 * A store that has billed for a year: each subscription's next renewal is in the future, its last ones are paid and
 * their events dispatched.
 */
async function seedHistory(knex: Knex, { world, count }: IdleInput, tomorrow: string): Promise<void> {
  await seedDue(knex, world, { count, prefix: "B" })
  // The due dates of a month of days, none of them today.
  await knex.raw(
    `update billing_subscription set next_cycle = 2, next_due_on = to_char(cast(? as date) + cast(display_id % 28 as int), 'YYYY-MM-DD')`,
    [tomorrow],
  )
  await knex.raw(
    `insert into billing_renewal (id, subscription_id, cycle, period_start, period_end, due_on, status, currency_code)
     select 'bren_' || id, id, 1, period_start, period_end, period_end, 'paid', currency_code from billing_subscription`,
  )
  await knex.raw(
    `insert into service_core_outbox_event (id, name, data, dispatched_at)
     select 'bevt_' || id, 'billing.renewal.paid', '{}', now() from billing_subscription`,
  )
  await knex.raw("vacuum analyze")
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function medianOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const begun = performance.now()
    await work()
    taken.push(performance.now() - begun)
  }
  return median(taken)
}

interface Asked {
  sql: string
  bindings: unknown[]
}

/** The very statements of an idle tick that look for what is due, as they reach the database. */
async function questionsOf(knex: Knex, work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = []
  const listen = ({ sql, bindings }: Asked) => asked.push({ sql, bindings })
  knex.on("query", listen)
  await work()
  knex.removeListener("query", listen)
  return asked.filter(({ sql }) => sql.startsWith("select"))
}

async function planOf(knex: Knex, { sql, bindings }: Asked): Promise<string[]> {
  const question = sql.replace(/\$\d+/g, "?")
  const { rows } = await knex.raw<{ rows: { "QUERY PLAN": string }[] }>(
    `explain (analyze, costs off, timing off) ${question}`,
    bindings as Knex.RawBinding[],
  )
  return rows.map((row) => row["QUERY PLAN"])
}

/** The same question without its indexes. */
async function withoutIndexes(knex: Knex, ticks: number, today: string): Promise<number> {
  return knex.transaction(async (trx) => {
    for (const setting of INDEX_SETTINGS) {
      await trx.raw(`set local ${setting} = off`)
    }
    return medianOf(Math.ceil(ticks / 10), () => isAnythingDue(trx, today))
  })
}

export default async function idleTick({ container }: ExecArgs): Promise<void> {
  const input = readInput<IdleInput>()
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const { knex } = billing.db
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await seedHistory(knex, input, addDays(today, 1))
  await medianOf(20, () => tick(container))
  const milliseconds = await medianOf(input.ticks, () => tick(container))
  await medianOf(20, () => orderSweep(container))
  const sweepMilliseconds = await medianOf(input.ticks, () => orderSweep(container))
  const plans: string[] = []
  for (const question of await questionsOf(knex, () => tick(container))) {
    plans.push(...(await planOf(knex, question)))
  }
  const [runs] = await knex("billing_run").count()
  if (Number(runs?.count) !== 0) {
    throw new Error("The tick was not idle: it has opened a run")
  }
  writeOutput({ milliseconds, sweepMilliseconds, reference: await withoutIndexes(knex, input.ticks, today), plans })
}
