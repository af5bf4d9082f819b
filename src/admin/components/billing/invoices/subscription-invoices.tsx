import { useTexts } from "../../../lib/use-texts"
import type { InvoiceAnswer } from "../../../../contracts/billing/invoices"
import { EmptyNote } from "../../ui/empty-note"
import { InvoiceTable } from "./invoice-table"
import { Section } from "../../ui/section"

export function SubscriptionInvoices({ invoices }: { invoices: InvoiceAnswer[] }) {
  const { t } = useTexts("billing")
  return (
    <Section title={t("invoices.title")}>
      {invoices.length === 0 ? (
        <EmptyNote title={t("invoices.empty")} hint={t("invoices.empty_hint")} />
      ) : (
        <InvoiceTable invoices={invoices} />
      )}
    </Section>
  )
}
