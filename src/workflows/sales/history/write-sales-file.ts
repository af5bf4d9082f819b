import type { MedusaContainer } from "@medusajs/framework/types"
import {
  exportFigures,
  exportSales,
  SALES_MODULE,
  type ExportedFigure,
  type ExportedSale,
  type FiledSale,
  type SaleFilters,
  type SalesModuleService,
} from "../../../modules/sales"
import { isNegative } from "../../../rules/money"
import { salesFileHead, salesFileRows, type SalesFileRow } from "../../../rules/sales"

/** Few at once: what lives short is cleared away at once, and the file takes the same memory however long it is. */
const PAGE = 500

/**
 * The filtered sales as a file, part by part in constant memory: first the sales, then refunds and late payments on their
 * own days. What they count adds up to the totals of the list.
 */
export async function* salesFile(container: MedusaContainer, filters: SaleFilters): AsyncGenerator<string> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  yield salesFileHead()
  yield* salePages(knex, filters)
  yield* figurePages(knex, filters)
}

type Database = SalesModuleService["db"]["knex"]

async function* salePages(knex: Database, filters: SaleFilters): AsyncGenerator<string> {
  let after: ExportedSale | null = null
  for (;;) {
    const page: ExportedSale[] = await exportSales(knex, filters, { after, limit: PAGE })
    if (page.length) {
      yield salesFileRows(page.map((sale) => rowOf(sale, { day: sale.sold_on, kind: "sale", counted: sale.counted })))
    }
    after = page.at(-1) ?? null
    if (page.length < PAGE) {
      return
    }
  }
}

async function* figurePages(knex: Database, filters: SaleFilters): AsyncGenerator<string> {
  let after: ExportedFigure | null = null
  for (;;) {
    const page: ExportedFigure[] = await exportFigures(knex, filters, { after, limit: PAGE })
    if (page.length) {
      yield salesFileRows(page.map(figureRow))
    }
    after = page.at(-1) ?? null
    if (page.length < PAGE) {
      return
    }
  }
}

const figureRow = (figure: ExportedFigure): SalesFileRow =>
  rowOf(figure, {
    day: figure.counted_on,
    kind: isNegative(figure.amount) ? "refund" : "later_payment",
    counted: figure.amount,
  })

const rowOf = (sale: FiledSale, own: Pick<SalesFileRow, "day" | "kind" | "counted">): SalesFileRow => ({
  ...own,
  order_number: sale.display_id,
  sale_id: sale.id,
  order_id: sale.order_id,
  customer_id: sale.customer_id,
  status: sale.status,
  payment_status: sale.payment_status,
  types: sale.types,
  currency_code: sale.currency_code,
  total: sale.total,
})
