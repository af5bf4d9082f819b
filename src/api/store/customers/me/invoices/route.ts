import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listOwnInvoicesSchema, type OwnInvoiceAnswer } from "../../../../../contracts/billing/documents"
import {
  BILLING_MODULE,
  listOwnInvoiceIds,
  readInvoices,
  type BillingModuleService,
  type InvoiceRecord,
} from "../../../../../modules/billing"
import { parseInput } from "../../../../parse-input"
import { storeDate } from "../../../../store-date"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const page = parseInput(listOwnInvoicesSchema, req.query)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const { ids, count } = await listOwnInvoiceIds(knex, req.auth_context.actor_id, page)
  const invoices = await readInvoices(knex, ids, await storeDate(req.scope))
  res.json({ invoices: invoices.map(presentOwn), count, ...page })
}

const presentOwn = (invoice: InvoiceRecord): OwnInvoiceAnswer => ({
  id: invoice.id,
  kind: invoice.kind,
  number: invoice.number,
  order_id: invoice.order_id,
  subscription_id: invoice.subscription_id,
  issued_on: invoice.issued_on,
  due_on: invoice.due_on,
  currency_code: invoice.currency_code,
  total: invoice.total,
  payment_status: invoice.status,
})
