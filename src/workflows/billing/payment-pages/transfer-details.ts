import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { transferOfInvoice } from "../documents/transfer-of-invoice"
import type { PaymentPage } from "./read-payment-page"

/** How to transfer the money of an invoice. */
export interface TransferDetails {
  holder: string
  iban: string | null
  bic: string | null
  reference: string
  hasQrBill: boolean
}

const transferOf = (container: MedusaContainer, { invoice, open }: PaymentPage) =>
  transferOfInvoice(container, invoice.document, open)

/** How a page's invoice is paid by a transfer; without an account in its currency, to whom and by which number alone. */
export function readTransferDetails(container: MedusaContainer, page: PaymentPage): TransferDetails {
  const { seller } = container.resolve<CoreModuleService>(CORE_MODULE).options
  const transfer = transferOf(container, page)
  return {
    holder: transfer?.holder ?? seller.name,
    iban: transfer?.iban ?? null,
    bic: transfer?.bic ?? null,
    reference: transfer?.reference ?? page.invoice.number,
    hasQrBill: page.state === "open" && transfer?.qrBill != null,
  }
}

/** The QR-bill of what is open, as an SVG image; null: there is none. */
export const readQrBill = (container: MedusaContainer, page: PaymentPage): string | null =>
  page.state === "open" ? (transferOf(container, page)?.qrBill ?? null) : null
