import { Link } from "react-router-dom"
import type { InvoicePageAnswer } from "../../../../contracts/billing/invoices"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { Section } from "../../ui/section"

const LINK = "text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"

/** The credit notes of an invoice; nothing where there are none. */
export function InvoiceCreditNotes({
  notes,
  currency,
}: {
  notes: InvoicePageAnswer["credit_notes"]
  currency: string
}) {
  const { t } = useTexts("billing")
  const format = useFormat()
  if (notes.length === 0) {
    return null
  }
  return (
    <Section title={t("accounts.credit_notes")}>
      <ul className="divide-y">
        {notes.map((note) => (
          <CardRow
            key={note.id}
            hint={format.date(note.issued_on)}
            end={<span className="tabular-nums">{format.money(note.total, currency)}</span>}
          >
            <Link className={LINK} to={`/billing/invoices/${note.id}`}>
              {note.number}
            </Link>
          </CardRow>
        ))}
      </ul>
    </Section>
  )
}
