import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  dunInvoiceFrom,
  readInvoiceToPay,
  writeProcessing,
} from "../../../modules/billing"
import { OWED_STATUSES, type InvoicePaymentStatus } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { inLockedAccount } from "../accounts/in-locked-account"
import { readPageSessions } from "./page-sessions"

const OWED: readonly InvoicePaymentStatus[] = OWED_STATUSES

/**
 * Writes whether a payment that was begun on an invoice's page is at the customer's bank: until it says what came of it, nothing
 * is overdue of the invoice, and the service stays (B30). Where the bank has refused it, what is overdue begins with that day, as
 * with a run's own debit. The caller holds the invoice's lock.
 */
export async function noteProcessing(
  container: MedusaContainer,
  { invoice_id, as_of }: { invoice_id: string; as_of: CivilDate },
): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const invoice = await readInvoiceToPay(knex, invoice_id)
  if (!invoice) {
    return
  }
  const isOwed = OWED.includes(invoice.status)
  const { begun } = isOwed ? await readPageSessions(container, invoice) : { begun: [] }
  const on = begun.some(({ state }) => state === "in_doubt") ? as_of : null
  if (on === invoice.processing_on) {
    return
  }
  await inLockedAccount(container, { invoice_id, as_of, reason: "nothing_overdue" }, async (trx) => {
    await writeProcessing(trx, invoice_id, on)
    if (on === null && isOwed) {
      await dunInvoiceFrom(trx, invoice_id, as_of)
    }
  })
}
