import { useInvoice } from "../../../lib/billing/use-invoice"
import { useTexts } from "../../../lib/use-texts"

/** An invoice in the breadcrumbs, by its number. */
export function InvoiceCrumb({ id }: { id: string }) {
  const { t } = useTexts("billing")
  const { data } = useInvoice(id)
  return <>{data?.invoice.number ?? t("accounts.invoice")}</>
}
