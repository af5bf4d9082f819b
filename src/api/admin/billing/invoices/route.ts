import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listInvoicesSchema } from "../../../../contracts/billing/invoices"
import { BILLING_MODULE, type BillingModuleService, listInvoiceIds } from "../../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../../modules/core"
import { parseInput } from "../../../parse-input"
import { withPayments } from "./with-payments"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filters } = parseInput(listInvoicesSchema, req.query)
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const asOf = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  const { ids, count } = await listInvoiceIds(billing.db.knex, filters, { asOf, limit, offset })
  const invoices = ids.length
    ? await billing.listInvoices({ id: ids }, { take: ids.length, order: { sequence: "DESC" } })
    : []
  res.json({ invoices: await withPayments(billing, invoices), count, limit, offset })
}
