import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sumInvoicesSchema, type InvoiceSumsAnswer } from "../../../../../contracts/billing/invoices"
import { BILLING_MODULE, type BillingModuleService, MOST_SUMMED, sumInvoices } from "../../../../../modules/billing"
import { parseInput } from "../../../../parse-input"
import { storeDate } from "../../../../store-date"

/** What is filtered comes to, by currency. */
export async function GET(req: MedusaRequest, res: MedusaResponse<InvoiceSumsAnswer>): Promise<void> {
  const filters = parseInput(sumInvoicesSchema, req.query)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  res.json({ sums: await sumInvoices(knex, filters, await storeDate(req.scope)), most: MOST_SUMMED })
}
