import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sumInvoicesSchema } from "../../../../../contracts/billing/invoices"
import {
  BILLING_MODULE,
  type BillingModuleService,
  listInvoiceIds,
  MOST_SUMMED,
  readInvoices,
} from "../../../../../modules/billing"
import { invoiceFileRow, INVOICE_FILE_COLUMNS } from "../../../../../rules/billing"
import { csvHead, csvRows } from "../../../../../rules/text"
import { parseInput } from "../../../../parse-input"
import { storeDate } from "../../../../store-date"

const CHUNK = 500

/** What is filtered as a file, the latest first, in parts, so that a long one needs no more memory. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const filters = parseInput(sumInvoicesSchema, req.query)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const asOf = await storeDate(req.scope)
  const { ids } = await listInvoiceIds(knex, filters, { asOf, limit: MOST_SUMMED, offset: 0 })
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="invoices.csv"`)
  res.write(csvHead(INVOICE_FILE_COLUMNS))
  for (let start = 0; start < ids.length; start += CHUNK) {
    const invoices = await readInvoices(knex, ids.slice(start, start + CHUNK), asOf)
    res.write(csvRows(INVOICE_FILE_COLUMNS, invoices.map(invoiceFileRow)))
  }
  res.end()
}
