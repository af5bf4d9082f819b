import type { MedusaContainer } from "@medusajs/framework/types"
import { qrBillSvg } from "../../../documents"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { transferReference, type InvoiceDocument } from "../../../rules/billing"
import type { Decimal } from "../../../rules/money"

/** Where an invoice's money is transferred to, and by which reference it is known. */
export interface InvoiceTransfer {
  holder: string
  iban: string
  bic: string | null
  reference: string
  /** The payment part as an SVG image; null: the currency or the account has none. */
  qrBill: string | null
}

/** How an amount of an invoice is transferred; null: the store has no account in its currency. */
export function transferOfInvoice(
  container: MedusaContainer,
  document: InvoiceDocument,
  amount: Decimal,
): InvoiceTransfer | null {
  const { options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const account = options.documents.bankAccounts[document.currency_code]
  return account
    ? {
        holder: account.name ?? document.seller.name,
        iban: account.iban,
        bic: account.bic ?? null,
        reference: transferReference(document.number, account.iban) ?? document.number,
        qrBill: qrBillSvg(document, account, amount),
      }
    : null
}
