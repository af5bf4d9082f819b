import { Badge } from "@medusajs/ui"
import type { InvoiceAnswer } from "../../../../contracts/billing/invoices"
import { useClock } from "../../../lib/store/use-clock"
import { useTexts } from "../../../lib/use-texts"
import { StateBadge } from "../state-badge"

/** Whether an invoice is paid; one that is open past its due date says so. */
export function InvoiceState({ invoice }: { invoice: Pick<InvoiceAnswer, "payment" | "due_on"> }) {
  const { t } = useTexts("billing")
  const today = useClock().data?.clock.today
  if (!invoice.payment) {
    return <>–</>
  }
  const { status } = invoice.payment
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <StateBadge kind="payment" state={status} />
      {(status === "open" || status === "partly_paid") && today !== undefined && invoice.due_on < today && (
        <Badge size="2xsmall" color="red" className="whitespace-nowrap">
          {t("exceptions.late")}
        </Badge>
      )}
    </span>
  )
}
