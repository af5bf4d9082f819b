import { Link } from "react-router-dom"
import type { BillingOverviewAnswer } from "../../../../contracts/billing/overview"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { EmptyNote } from "../../ui/empty-note"
import { LinkButton } from "../../ui/link-button"
import { Section } from "../../ui/section"

const LINK = "text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"

/** What customers owe, by currency, and how much of it is overdue. */
export function OwedInvoices({ sums }: { sums: BillingOverviewAnswer["open_invoices"] }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return (
    <Section title={t("overview.owed")}>
      {sums.length === 0 ? (
        <EmptyNote title={t("overview.nothing_owed")}>
          <LinkButton to="/billing/invoices">{t("overview.all_invoices")}</LinkButton>
        </EmptyNote>
      ) : (
        <ul className="divide-y">
          {sums.map((sum) => (
            <CardRow
              key={sum.currency_code}
              hint={
                sum.overdue > 0 && (
                  <Link className="text-ui-fg-error" to="/billing/invoices?payment=overdue">
                    {t("exceptions.overdue", { count: sum.overdue })} ·{" "}
                    {format.money(sum.overdue_total, sum.currency_code)}
                  </Link>
                )
              }
              end={<span className="tabular-nums">{format.money(sum.total, sum.currency_code)}</span>}
            >
              <Link className={LINK} to="/billing/invoices?payment=open">
                {t("overview.open", { count: sum.count })}
              </Link>
            </CardRow>
          ))}
        </ul>
      )}
    </Section>
  )
}
