import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, readInvoiceToPay } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { ChargeSessions } from "../charges/charge-sessions"
import { endPagePayments, outcomeOf, type PagePayment } from "./page-payment"
import { readPageSessions } from "./page-sessions"
import { withInvoiceLocked } from "./with-invoice-locked"

/**
 * Ends what a customer has begun on an invoice's page, before it is paid in another way. Answers what is left of it: where one
 * is processing, or the invoice is being charged, nothing else is to be done.
 */
export async function endInvoicePagePayments(
  container: MedusaContainer,
  { invoice_id, as_of }: { invoice_id: string; as_of: CivilDate },
): Promise<PagePayment[]> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const invoice = await readInvoiceToPay(knex, invoice_id)
  if (!invoice || !(await readPageSessions(container, invoice)).begun.length) {
    return []
  }
  const left = await withInvoiceLocked(container, invoice, async () => {
    const { begun } = await readPageSessions(container, invoice)
    const sessions = new ChargeSessions(container.resolve(Modules.PAYMENT))
    return endPagePayments({ container, sessions, order_id: invoice.order_id, as_of }, begun)
  })
  return left ?? [outcomeOf("processing")]
}
