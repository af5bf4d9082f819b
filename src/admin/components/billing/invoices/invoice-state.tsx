import { Badge } from "@medusajs/ui"
import type { InvoiceAnswer } from "../../../../contracts/billing/invoices"
import { useTexts } from "../../../lib/use-texts"
import { StateBadge } from "../state-badge"

/** How an invoice stands today; a credit note is called one. */
export function InvoiceState({ invoice }: { invoice: Pick<InvoiceAnswer, "status"> }) {
  const { t } = useTexts("billing")
  return invoice.status === null ? (
    <Badge size="2xsmall" className="whitespace-nowrap">
      {t("accounts.credit_note")}
    </Badge>
  ) : (
    <StateBadge kind="payment" state={invoice.status} />
  )
}
