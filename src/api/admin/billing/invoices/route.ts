import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listInvoicesSchema, type InvoiceListAnswer } from "../../../../contracts/billing/invoices"
import {
  BILLING_MODULE,
  type BillingModuleService,
  listInvoiceIds,
  MOST_COUNTED,
  readInvoices,
} from "../../../../modules/billing"
import { parseInput } from "../../../parse-input"
import { storeDate } from "../../../store-date"
import { presentInvoice } from "./present-invoice"

export async function GET(req: MedusaRequest, res: MedusaResponse<InvoiceListAnswer>): Promise<void> {
  const { limit, offset, ...filters } = parseInput(listInvoicesSchema, req.query)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const asOf = await storeDate(req.scope)
  const { ids, count } = await listInvoiceIds(knex, filters, { asOf, limit, offset })
  const invoices = await readInvoices(knex, ids, asOf)
  const has_more = count > Math.max(MOST_COUNTED, offset + limit)
  res.json({ invoices: invoices.map(presentInvoice), count, has_more, limit, offset })
}
