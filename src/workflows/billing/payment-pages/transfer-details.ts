import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import type { PaymentPage } from "./read-payment-page"

/** How to transfer the money of an invoice. */
export interface TransferDetails {
  holder: string
  iban: string | null
  bic: string | null
  reference: string
  /** The address of the QR-bill's picture; null: the currency or the account has none. */
  qrBill: string | null
}

/** How a page's invoice is paid by a transfer: to whom, and by which reference it is known. */
export async function readTransferDetails(
  container: MedusaContainer,
  { invoice }: PaymentPage,
  _page: { path: string; language: string },
): Promise<TransferDetails> {
  const { seller } = container.resolve<CoreModuleService>(CORE_MODULE).options
  return { holder: seller.name, iban: null, bic: null, reference: invoice.number, qrBill: null }
}
