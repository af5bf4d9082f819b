import type { InvoicePageAnswer } from "../../../../contracts/billing/invoices"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { EmptyNote } from "../../ui/empty-note"
import { Section } from "../../ui/section"

/** The entries of an invoice's account, the latest first. */
export function InvoiceEntries({ entries }: { entries: InvoicePageAnswer["entries"] }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return (
    <Section title={t("accounts.entries")}>
      {entries.length === 0 ? (
        <EmptyNote title={t("accounts.no_entries")} />
      ) : (
        <ul className="divide-y">
          {[...entries].reverse().map((entry) => (
            <CardRow
              key={entry.id}
              hint={[
                format.date(entry.as_of),
                entry.actor_name ?? t(`actors.${entry.actor?.startsWith("user:") ? "user" : "system"}`),
                entry.reason,
              ]
                .filter(Boolean)
                .join(" · ")}
              end={<span className="tabular-nums">{format.money(entry.amount, entry.currency_code)}</span>}
            >
              {t(`accounts.kinds.${entry.source === "return" ? "returned" : entry.kind}`)}
            </CardRow>
          ))}
        </ul>
      )}
    </Section>
  )
}
