import type { ExecArgs } from "@medusajs/framework/types"
import { createSales, SALES_MODULE, type NewSale, type SalesModuleService } from "../../src/modules/sales"
import { canonicalJson, saleEvent, type EventToLink } from "../../src/rules/sales"
import { readInput, writeOutput } from "../support/child"

export interface SaleEventsInput {
  /** The first and the last sale's number. */
  from: number
  to: number
}

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

/** Makes the sales from one number to another, of four events each; how many sales a second were made. */
export default async function seedSaleEvents({ container }: ExecArgs): Promise<void> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const { from, to } = readInput<SaleEventsInput>()
  const begun = performance.now()
  for (let start = from; start <= to; start += CHUNK) {
    const many = Array.from({ length: Math.min(CHUNK, to - start + 1) }, (_, index) => saleOf(start + index))
    await createSales(knex, many, new Date())
  }
  const seconds = (performance.now() - begun) / 1000
  await knex.raw("vacuum analyze sales_event, sales_head, sales_snapshot, sales_sale")
  writeOutput({ perSecond: (to - from + 1) / seconds })
}
