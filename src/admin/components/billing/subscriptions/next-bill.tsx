import type { SubscriptionAnswer } from "../../../../contracts/billing/subscription-answers"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** When a subscription is billed next: on which day its invoice is made and, where that is another one, is due. */
export function NextBill({ bill }: { bill: SubscriptionAnswer["next_bill"] }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  if (!bill) {
    return <>–</>
  }
  const due = format.date(bill.due_on)
  return bill.invoice_on === bill.due_on ? (
    <>{t("next_bill.invoice_and_due", { date: due })}</>
  ) : (
    <>{t("next_bill.invoice_then_due", { invoice: format.date(bill.invoice_on), due })}</>
  )
}
