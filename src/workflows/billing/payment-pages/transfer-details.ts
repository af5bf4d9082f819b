import type { MedusaContainer } from "@medusajs/framework/types"
import { qrBillSvg, type BankAccount } from "../../../documents"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { transferReference } from "../../../rules/billing"
import type { PaymentPage } from "./read-payment-page"

/** How to transfer the money of an invoice. */
export interface TransferDetails {
  holder: string
  iban: string | null
  bic: string | null
  reference: string
  hasQrBill: boolean
}

function accountOf(container: MedusaContainer, { invoice }: PaymentPage): BankAccount | undefined {
  const { bankAccounts } = container.resolve<CoreModuleService>(CORE_MODULE).options.billing.documents
  return bankAccounts[invoice.currency_code]
}

/** How a page's invoice is paid by a transfer: to whom, and by which reference it is known. */
export function readTransferDetails(container: MedusaContainer, page: PaymentPage): TransferDetails {
  const { seller } = container.resolve<CoreModuleService>(CORE_MODULE).options
  const account = accountOf(container, page)
  const { number } = page.invoice
  return {
    holder: account?.name ?? seller.name,
    iban: account?.iban ?? null,
    bic: account?.bic ?? null,
    reference: (account && transferReference(number, account.iban)) ?? number,
    hasQrBill: readQrBill(container, page) !== null,
  }
}

/** The QR-bill of an invoice of which nothing is paid yet, as an SVG image; null: there is none. */
export function readQrBill(container: MedusaContainer, page: PaymentPage): string | null {
  const account = accountOf(container, page)
  const isWhole = Number(page.open) === Number(page.invoice.document.totals.payable)
  return account && page.state === "open" && isWhole ? qrBillSvg(page.invoice.document, account) : null
}
