import { ArrowDownTray } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useChange } from "../../../lib/use-change"
import { download } from "../../../lib/download"
import { useDocumentLook } from "../../../lib/billing/use-document-look"
import { useTexts } from "../../../lib/use-texts"
import type { DocumentFormatName } from "../../../../rules/billing/states"

/** The files of an invoice, to be kept: the PDF, and the e-invoice where the store makes one. */
export function InvoiceFiles({ id, number }: { id: string; number: string }) {
  const { t } = useTexts("billing")
  const { data } = useDocumentLook()
  const hasXml = data !== undefined && data.look.e_invoice !== "none"
  const save = useChange({
    change: (format: DocumentFormatName) =>
      download(`/admin/billing/invoices/${id}/documents/${format}`, {}, `${number}.${format}`),
  })
  const formats: readonly DocumentFormatName[] = hasXml ? ["pdf", "xml"] : ["pdf"]
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          size="small"
          variant="secondary"
          isLoading={save.isPending && save.variables === format}
          onClick={() => save.mutate(format)}
          aria-label={t(`documents.download_${format}_named`, { number })}
        >
          <ArrowDownTray />
          {t(`documents.${format}`)}
        </Button>
      ))}
    </>
  )
}
