import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, claimProcessingInvoices } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { logFailure } from "../../errors/log-failure"
import { payInvoiceWorkflow } from "./pay-invoice"

const BATCH = 20

/**
 * Asks once a day what came of the payments that customers have begun on pages and that are at their banks: a provider's message
 * may be lost. One that cannot be asked about is logged, and holds up no other; it is asked about again on the next day.
 */
export async function askPagePayments(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  for (;;) {
    const ids = await claimProcessingInvoices(knex, { asOf, limit: BATCH })
    if (!ids.length) {
      return
    }
    for (const id of ids) {
      await logFailure(container, `The payment of invoice ${id} could not be asked about`, () =>
        payInvoiceWorkflow(container).run({ input: { invoice_id: id, action: "confirm", fields: {}, as_of: asOf } }),
      )
    }
  }
}
