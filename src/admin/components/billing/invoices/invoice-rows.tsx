import type { InvoiceAnswer } from "../../../../contracts/billing/invoices"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { dueDateOf } from "./due-date-of"
import { InvoiceDrawer } from "./invoice-drawer"
import { InvoiceLink } from "./invoice-link"
import { InvoiceState } from "./invoice-state"

/** Invoices in a compact card. */
export function InvoiceRows({ invoices }: { invoices: InvoiceAnswer[] }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return (
    <ul className="divide-y">
      {invoices.map((invoice) => (
        <CardRow
          key={invoice.id}
          hint={t("invoices.issued_due", {
            issued: format.date(invoice.issued_on),
            due: format.date(dueDateOf(invoice)),
          })}
          end={
            <>
              <InvoiceState invoice={invoice} />
              <InvoiceDrawer id={invoice.id} number={invoice.number} />
            </>
          }
        >
          <InvoiceLink invoice={invoice} /> · {format.money(invoice.total, invoice.currency_code)}
        </CardRow>
      ))}
    </ul>
  )
}
