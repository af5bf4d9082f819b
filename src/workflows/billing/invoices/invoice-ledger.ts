import { BILLING_MODULE, invoiceLedgerPage, type BillingModuleService } from "../../../modules/billing"
import type { InvoiceLedger } from "../../ports/invoice-ledger"

/** The numbers and sums of all invoices and credit notes, for an auditor. */
export const invoiceLedgerOfBilling: InvoiceLedger = {
  page: (container, page) => invoiceLedgerPage(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, page),
}
