import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listInvoicesSchema } from "../../../../contracts/billing/invoices"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"
import { parseInput } from "../../../parse-input"
import { withPayments } from "./with-payments"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filters } = parseInput(listInvoicesSchema, req.query)
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const [invoices, count] = await billing.listAndCountInvoices(filters, {
    take: limit,
    skip: offset,
    order: { sequence: "DESC" },
  })
  res.json({ invoices: await withPayments(billing, invoices), count, limit, offset })
}
