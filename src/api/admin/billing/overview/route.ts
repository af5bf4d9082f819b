import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { BillingOverviewAnswer } from "../../../../contracts/billing/overview"
import { BILLING_MODULE, type BillingModuleService, countByStatus, openInvoiceSums } from "../../../../modules/billing"
import { storeDate } from "../../../store-date"
import { presentRun } from "../runs/present-run"

/** What billing looks like today. */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ overview: BillingOverviewAnswer }>): Promise<void> {
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const today = await storeDate(req.scope)
  const [subscriptions, open_invoices, [latest_run]] = await Promise.all([
    countByStatus(billing.db.knex),
    openInvoiceSums(billing.db.knex, today),
    billing.listRuns({}, { take: 1, order: { id: "DESC" } }),
  ])
  res.json({
    overview: { today, subscriptions, open_invoices, latest_run: latest_run ? presentRun(latest_run) : null },
  })
}
