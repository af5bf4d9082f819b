import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import type { SaleQuery } from "../../src/contracts/sales/sales"
import { SALES_MODULE, takeCheckpoint, type SaleFilters, type SalesModuleService } from "../../src/modules/sales"
import { readSaleChart } from "../../src/workflows/sales/history/read-sale-chart"
import { readSaleList } from "../../src/workflows/sales/history/read-sale-list"
import { salesFile } from "../../src/workflows/sales/history/write-sales-file"
import { readInput, writeOutput } from "../support/child"
import { seedSales } from "../support/seed-sales"
import { watchMemory } from "../support/watch-memory"

export interface SalesHistoryInput {
  count: number
  pages: number
}

const MONTH = { sold_from: "2025-03-01", sold_to: "2025-03-31" }

const LISTS: { name: string; query: (n: number) => SaleQuery }[] = [
  { name: "whole", query: () => ({}) },
  { name: "closed", query: () => ({ status: ["closed"] }) },
  { name: "on hold", query: () => ({ status: ["interrupted"] }) },
  { name: "not paid", query: () => ({ payment_status: ["not_paid"] }) },
  { name: "closed and not paid", query: () => ({ status: ["closed"], payment_status: ["not_paid"] }) },
  { name: "by type", query: () => ({ type: ["service"] }) },
  { name: "of a month", query: () => MONTH },
  {
    name: "of a month, paid subscriptions",
    query: () => ({ ...MONTH, type: ["subscription"], payment_status: ["paid"] }),
  },
  { name: "of a customer", query: (n) => ({ customer_id: `cus_${n}` }) },
  { name: "refunded in a month", query: () => ({ refunded_from: "2025-03-01", refunded_to: "2025-03-31" }) },
  { name: "refunded in a year", query: () => ({ refunded_from: "2025-01-01", refunded_to: "2025-12-31" }) },
  { name: "by an order's number", query: (n) => ({ q: `${n + 12_345}` }) },
  { name: "by a word of one in a hundred", query: (n) => ({ q: `product${(n % 90) + 10}` }) },
  { name: "by two words in a month", query: (n) => ({ ...MONTH, q: `hosting product${(n % 90) + 10}` }) },
  { name: "by a customer's name", query: (n) => ({ q: `person${n}` }) },
]

const CHARTS: { name: string; query: (n: number) => SaleQuery }[] = [
  { name: "chart by day, whole", query: () => ({}) },
  { name: "chart by day, paid services", query: () => ({ type: ["service"], payment_status: ["paid"] }) },
  { name: "chart by day, by a word", query: (n) => ({ q: `product${(n % 90) + 10}` }) },
]

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function p95(times: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    taken.push(await timeOf(() => work(n * 97)))
  }
  taken.sort((a, b) => a - b)
  return taken[Math.ceil(taken.length * 0.95) - 1] ?? 0
}

/** The plans of what one answer asks. */
async function plansOf(knex: Knex, work: () => Promise<unknown>): Promise<string[]> {
  const asked: { sql: string; bindings: unknown[] }[] = []
  const listen = (question: { sql: string; bindings: unknown[] }) => asked.push(question)
  knex.on("query", listen)
  await work()
  knex.removeListener("query", listen)
  const plans: string[] = []
  for (const { sql, bindings } of asked.filter((one) => /^(select|with)\b/.test(one.sql))) {
    const { rows } = await knex.raw<{ rows: { "QUERY PLAN": string }[] }>(
      `explain (costs off) ${sql.replace(/\$\d+/g, "?")}`,
      bindings as Knex.RawBinding[],
    )
    plans.push(...rows.map((row) => row["QUERY PLAN"]))
  }
  return plans
}

async function measureAnswers(container: MedusaContainer, knex: Knex, pages: number) {
  const answers: { name: string; p95: number; plans: string[] }[] = []
  const measure = async (name: string, ask: (n: number) => Promise<unknown>): Promise<void> => {
    await ask(1)
    answers.push({ name, p95: await p95(pages, ask), plans: await plansOf(knex, () => ask(1)) })
  }
  for (const { name, query } of LISTS) {
    await measure(name, (n) => readSaleList(container, query(n), { limit: 20, offset: 0 }))
  }
  await measure("whole, a page far down", (n) => readSaleList(container, {}, { limit: 20, offset: 9_000 + n }))
  for (const { name, query } of CHARTS) {
    await measure(name, (n) => readSaleChart(container, query(n), "day"))
  }
  return answers
}

/** Writes a file to nowhere; its rows, and the memory at its peak above the start. */
async function measureFile(
  container: MedusaContainer,
  filters: SaleFilters,
): Promise<{ rows: number; peak: number; seconds: number }> {
  const peakOf = await watchMemory()
  const begun = performance.now()
  let rows = 0
  for await (const part of salesFile(container, filters)) {
    rows += part.split("\r\n").length - 1
  }
  return { rows, seconds: (performance.now() - begun) / 1000, peak: await peakOf() }
}

async function measureCheckpoint(knex: Knex): Promise<number> {
  return (await timeOf(() => takeCheckpoint(knex, { at: new Date(), actor: "system" }))) / 1000
}

export default async function salesHistory({ container }: ExecArgs): Promise<void> {
  const { count, pages } = readInput<SalesHistoryInput>()
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  await seedSales(knex, count)
  const answers = await measureAnswers(container, knex, pages)
  const few = await measureFile(container, { sold_from: "2025-12-01" })
  const many = await measureFile(container, {})
  const firstCheckpoint = await measureCheckpoint(knex)
  const nextCheckpoint = await measureCheckpoint(knex)
  writeOutput({ answers, few, many, firstCheckpoint, nextCheckpoint })
}
