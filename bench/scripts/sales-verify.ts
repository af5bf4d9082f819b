import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { hash } from "crypto"
import {
  createSales,
  readHeads,
  readLinks,
  SALES_MODULE,
  type NewSale,
  type SalesModuleService,
} from "../../src/modules/sales"
import { canonicalJson, saleEvent, type EventToLink } from "../../src/rules/sales"
import { pagesOf } from "../../src/workflows/sales/chain/pages-of"
import { verifySales } from "../../src/workflows/sales/chain/verify-sales"
import { readInput, writeOutput } from "../support/child"
import { watchMemory } from "../support/watch-memory"

export interface SalesVerifyInput {
  /** Events; a sale has four of them. */
  count: number
  rounds: number
}

const PAGE = 5_000
const PER_SALE = 4
const CHUNK = 5_000

/** Sales as the room itself writes them, of four events and one snapshot with what is kept of a person. */
function saleOf(n: number): NewSale {
  const id = `sale_${String(n).padStart(9, "0")}`
  const placedAt = new Date(Date.UTC(2025, 0, 1) + n * 60_000).toISOString()
  const day = placedAt.slice(0, 10)
  const event = (
    of: Partial<Parameters<typeof saleEvent>[0]> & Pick<Parameters<typeof saleEvent>[0], "kind">,
  ): EventToLink => ({
    ...saleEvent({ occurredAt: placedAt, source: of.kind, ...of }),
    ...{ actor: "system", personal: null },
  })
  const content = {
    ...{ currency_code: "eur", order_id: `order_${n}`, sold_on: day, total: "20" },
    customer_id: `cus_${n}`,
    lines: [{ id: `ordli_${n}`, title: "Hosting", unit_price: "20" }],
  }
  return {
    ...{ id, orderId: `order_${n}` },
    events: [
      event({ kind: "sold", toStatus: "created", content: { total: "20" }, hasSnapshot: true }),
      event({ kind: "captured", amount: "20", countedOn: day, content: { record: `capt_${n}` } }),
      event({ kind: "paid", reason: "placed" }),
      event({
        kind: "status",
        source: "status:processing",
        fromStatus: "created",
        toStatus: "processing",
        reason: "placed",
      }),
    ],
    snapshot: { sale_id: id, number: 1, schema: 1, content: canonicalJson(content), personal: "x".repeat(400) },
    sale: {
      ...{ display_id: n, customer_id: `cus_${n}`, person_ids: [], status: "processing", payment_status: "paid" },
      ...{ is_effective: true, types: ["digital"], currency_code: "eur", total: "20", received: "20", refunded: "0" },
      ...{ sold_on: day, sold_at: new Date(placedAt), next_on: null, search_text: "", search_prefixes: [] },
    },
  }
}

/** The sales from one number to another; how many a second were made. */
async function seed(knex: Knex, { from, to }: { from: number; to: number }): Promise<number> {
  const begun = performance.now()
  for (let start = from; start <= to; start += CHUNK) {
    const many = Array.from({ length: Math.min(CHUNK, to - start + 1) }, (_, index) => saleOf(start + index))
    await createSales(knex, many, new Date())
  }
  const seconds = (performance.now() - begun) / 1000
  await knex.raw("vacuum analyze sales_event, sales_head, sales_snapshot, sales_sale")
  return (to - from + 1) / seconds
}

/** Reads what a verification reads, in the same pages, one ahead, and hashes each event once. */
async function bareLoop(knex: Knex): Promise<number> {
  let events = 0
  for await (const page of pagesOf<Awaited<ReturnType<typeof readLinks>>[number]>((last) =>
    readLinks(knex, { after: last ?? { sale_id: "", seq: 0 }, limit: PAGE }),
  )) {
    for (const link of page) {
      hash("sha256", Object.values(link).join("|"))
      events += 1
    }
  }
  for await (const page of pagesOf<Awaited<ReturnType<typeof readHeads>>[number]>((last) =>
    readHeads(knex, { after: last?.sale_id ?? "", limit: PAGE }),
  )) {
    void page
  }
  return events
}

async function perSecond(work: () => Promise<number>): Promise<number> {
  const begun = performance.now()
  return (await work()) / ((performance.now() - begun) / 1000)
}

async function verify(container: MedusaContainer, expected: number): Promise<number> {
  const { ok, events } = await verifySales(container, { file: null })
  if (!ok || events !== expected) {
    throw new Error(`${events} events were verified instead of ${expected}, and all of it whole: ${ok}`)
  }
  return events
}

export default async function salesVerify({ container }: ExecArgs): Promise<void> {
  const { count, rounds } = readInput<SalesVerifyInput>()
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const sales = Math.ceil(count / PER_SALE)
  const few = Math.ceil(sales / 4)
  await seed(knex, { from: 1, to: few })
  const peakOfFew = await watchMemory()
  await verify(container, few * PER_SALE)
  const fewPeak = await peakOfFew()
  const madePerSecond = await seed(knex, { from: few + 1, to: sales })
  const ours: number[] = []
  const bare: number[] = []
  const peakOf = await watchMemory()
  for (let round = 0; round < rounds; round++) {
    ours.push(await perSecond(() => verify(container, sales * PER_SALE)))
    bare.push(await perSecond(() => bareLoop(knex)))
  }
  writeOutput({ events: sales * PER_SALE, ours, bare, peak: await peakOf(), fewPeak, madePerSecond })
}
