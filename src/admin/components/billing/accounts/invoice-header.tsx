import { Link } from "react-router-dom"
import type { InvoicePageAnswer } from "../../../../contracts/billing/invoices"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { Section } from "../../ui/section"
import { dueDateOf } from "../invoices/due-date-of"
import { InvoiceState } from "../invoices/invoice-state"
import { InvoiceActions } from "./invoice-actions"

const LINK = "text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"

/** An invoice's number and state, what it belongs to, and what can be done with it. */
export function InvoiceHeader({ invoice }: { invoice: InvoicePageAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const due = dueDateOf(invoice)
  return (
    <Section
      level="h1"
      title={
        <>
          {invoice.number}
          <InvoiceState invoice={invoice} />
        </>
      }
      hint={
        invoice.kind === "invoice"
          ? [
              t("invoices.issued_due", { issued: format.date(invoice.issued_on), due: format.date(due) }),
              due === invoice.due_on ? "" : t("dunning.first_due", { date: format.date(invoice.due_on) }),
            ]
              .filter(Boolean)
              .join(" · ")
          : t("accounts.credit_note_issued", { issued: format.date(invoice.issued_on) })
      }
      actions={<InvoiceActions invoice={invoice} />}
    >
      <div className="txt-small flex flex-wrap gap-x-4 gap-y-1 px-6 py-4">
        <Link className={LINK} to={`/orders/${invoice.order_id}`}>
          {t("fields.order")}
        </Link>
        {invoice.subscription_id && (
          <Link className={LINK} to={`/billing/subscriptions/${invoice.subscription_id}`}>
            {t("subscriptions.one")}
          </Link>
        )}
        {invoice.subscriptions.map(({ subscription_id, display_id }) => (
          <Link key={subscription_id} className={LINK} to={`/billing/subscriptions/${subscription_id}`}>
            {t("subscriptions.number", { number: display_id })}
          </Link>
        ))}
        {invoice.customer_id && (
          <Link className={LINK} to={`/customers/${invoice.customer_id}`}>
            {t("fields.customer")}
          </Link>
        )}
        {invoice.corrects && (
          <Link className={LINK} to={`/billing/invoices/${invoice.corrects.id}`}>
            {t("accounts.corrects", { number: invoice.corrects.number })}
          </Link>
        )}
      </div>
    </Section>
  )
}
