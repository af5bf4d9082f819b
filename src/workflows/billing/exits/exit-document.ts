import type { MedusaContainer } from "@medusajs/framework/types"
import { renderReceiptPdf } from "../../../documents"
import { toReceivedExit, type ExitRequestRow } from "../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { exitReceipt, type ExitReceipt } from "../../../rules/billing"
import { loadDocumentSettings } from "../documents/load-document-settings"

/** The acknowledgement of a declaration in words, in the store's time. */
export function receiptOf(container: MedusaContainer, row: ExitRequestRow): ExitReceipt {
  const { timeZone } = container.resolve<CoreModuleService>(CORE_MODULE).options
  return exitReceipt(toReceivedExit(row), { timeZone })
}

export const receiptFileName = ({ id }: Pick<ExitRequestRow, "id">): string => `${id}.pdf`

/** The acknowledgement as a PDF. */
export async function receiptPdf(container: MedusaContainer, row: ExitRequestRow): Promise<Buffer> {
  const { seller } = container.resolve<CoreModuleService>(CORE_MODULE).options
  const { look, fonts } = await loadDocumentSettings(container)
  const city = [seller.postal_code, seller.city].filter(Boolean).join(" ")
  const lines = [seller.address_1, seller.address_2, city, seller.email]
  return renderReceiptPdf({
    receipt: receiptOf(container, row),
    seller: { name: seller.name, lines: lines.filter((line): line is string => Boolean(line)) },
    date: new Date(row.received_at),
    look,
    fonts,
  })
}
