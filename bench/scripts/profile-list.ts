import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import { CUSTOMERS_MODULE, type CustomersModuleService, listProfiles } from "../../src/modules/customers"
import { profileFacets, type ProfileFilters, searchTerms } from "../../src/rules/customers"
import { readInput, writeOutput } from "../support/child"

interface Asked extends ProfileFilters {
  q?: string
  staleBefore?: string
}

const LIMIT = 20
const STALE = "2026-08-30T00:00:00Z"
const INDEX_SETTINGS = ["enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan"]

/** What the page asks: each measured by itself, over several things to look for. */
const PAGES: { name: string; asked: (n: number) => Asked }[] = [
  { name: "the list", asked: () => ({}) },
  { name: "a section", asked: (n) => ({ status: [n % 2 ? "current" : "potential"] }) },
  { name: "filters that combine", asked: () => ({ status: ["potential"], temperature: ["hot", "warm"] }) },
  { name: "stale leads", asked: () => ({ staleBefore: STALE }) },
  {
    name: "a name",
    asked: (n) => ({ q: ["Müller-gawelzu", "norpeto", "chloe rochat", "zürcher lukami"][n % 4] ?? "" }),
  },
  { name: "part of a name", asked: (n) => ({ q: ["welz", "mihel", "ricksan", "bagaf"][n % 4] ?? "" }) },
  { name: "part of a phone", asked: (n) => ({ q: ["044 244", "+41 51 907", "0041522", "9 0817"][n % 4] ?? "" }) },
  { name: "an e-mail", asked: (n) => ({ q: `${(n * 997) % 90_000}@bench.example` }) },
  { name: "a name that thousands have", asked: (n) => ({ q: ["meier", "elektro", "björn", "novak"][n % 4] ?? "" }) },
  { name: "words of one and two letters", asked: (n) => ({ q: ["z", "no", "sa", "m f"][n % 4] ?? "" }) },
  { name: "what stands in each of them", asked: (n) => ({ q: ["bench", "example"][n % 2] ?? "" }) },
  {
    name: "what stands in each of them, with filters",
    asked: (n) => ({ q: ["bench", "example"][n % 2] ?? "", status: ["current"], temperature: ["hot"] }),
  },
  { name: "a name, with filters", asked: () => ({ q: "meier", status: ["current"], temperature: ["hot"] }) },
]

const toList = ({ q = "", ...filters }: Asked, offset = 0) => ({
  ...filters,
  terms: searchTerms(q),
  limit: LIMIT,
  offset,
})

async function page(knex: Knex, asked: Asked, offset: number): Promise<{ found: number; isCut: boolean }> {
  const { cells, isCut } = await listProfiles(knex, toList(asked, offset))
  return { found: profileFacets(cells, asked, { isCut }).count, isCut }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function withoutIndexes(knex: Knex, asked: Asked): Promise<number> {
  return knex.transaction(async (trx) => {
    for (const setting of INDEX_SETTINGS) {
      await trx.raw(`set local ${setting} = off`)
    }
    return timeOf(() => listProfiles(trx, toList(asked)))
  })
}

async function plansOf(knex: Knex, asked: Asked): Promise<string[]> {
  const heard: { sql: string; bindings: unknown[] }[] = []
  const listen = (question: { sql: string; bindings: unknown[] }) => heard.push(question)
  knex.on("query", listen)
  await page(knex, asked, 0)
  knex.removeListener("query", listen)
  const plans: string[] = []
  for (const { sql, bindings } of heard.filter((one) => one.sql.includes("customers_"))) {
    const { rows } = await knex.raw<{ rows: { "QUERY PLAN": string }[] }>(
      `explain (costs off) ${sql.replace(/\$\d+/g, "?")}`,
      bindings as Knex.RawBinding[],
    )
    plans.push(...rows.map((row) => row["QUERY PLAN"]))
  }
  return plans
}

/** Pages of customers, with the counts beside the filters: their times and plans. */
export default async function profileList({ container }: ExecArgs): Promise<void> {
  const { pages } = readInput<{ pages: number }>()
  const { knex } = container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  const measured = []
  for (const { name, asked } of PAGES) {
    const times: number[] = []
    let seen = { found: 0, isCut: false }
    for (let n = -4; n < pages; n++) {
      const taken = await timeOf(async () => {
        seen = await page(knex, asked(Math.abs(n)), n % 10 === 9 ? 10 * LIMIT : 0)
      })
      // The first ones read the pages of the database into memory.
      times.push(...(n < 0 ? [] : [taken]))
    }
    times.sort((a, b) => a - b)
    const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? 0
    const median = times[Math.floor(times.length / 2)] ?? 0
    const plans = await plansOf(knex, asked(1))
    const isSearch = asked(1).q !== undefined
    measured.push({ name, p95, median, ...seen, isSearch, reference: await withoutIndexes(knex, asked(1)), plans })
  }
  writeOutput({ measured })
}
