import { useTexts } from "../../../lib/use-texts"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { useFormat } from "../../../lib/use-format"
import { AmountRow } from "../../ui/amount-row"
import { EmptyNote } from "../../ui/empty-note"
import { FieldRow } from "../../ui/field-row"
import { InvoiceLineItem } from "../invoices/invoice-line-item"
import { NextCycleActions } from "../changes/next-cycle-actions"
import { Section } from "../../ui/section"

/** The next invoice as the renewal itself will make it: the same rule, the same lines, the same taxes (B38). */
export function UpcomingInvoice({ subscription }: { subscription: SubscriptionDetailAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { upcoming } = subscription
  if (!upcoming) {
    return (
      <Section title={t("upcoming.title")}>
        <EmptyNote title={t("upcoming.none")} hint={t("upcoming.none_hint")} />
      </Section>
    )
  }
  const { currency_code: currency } = upcoming
  return (
    <Section
      title={t("upcoming.title")}
      hint={t("upcoming.hint")}
      actions={
        subscription.status === "active" &&
        !subscription.scheduled_change?.is_billed && (
          <NextCycleActions subscription={subscription} upcoming={upcoming} />
        )
      }
    >
      <FieldRow label={t("fields.invoice_on")}>{format.date(upcoming.issue_on)}</FieldRow>
      <FieldRow label={t("fields.due_on")}>{format.date(upcoming.due_on)}</FieldRow>
      <ul className="flex flex-col gap-y-3 px-6 py-4">
        {upcoming.lines.map((line, row) => (
          <InvoiceLineItem key={row} line={line} currency={currency} />
        ))}
      </ul>
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <AmountRow label={t("invoices.subtotal")} amount={upcoming.subtotal} currency={currency} />
        {Number(upcoming.discount_total) !== 0 && (
          <AmountRow label={t("invoices.discount")} amount={`-${upcoming.discount_total}`} currency={currency} />
        )}
        <AmountRow label={t("invoices.taxes")} amount={upcoming.tax_total} currency={currency} />
        {Number(upcoming.rounding) !== 0 && (
          <AmountRow label={t("invoices.rounding")} amount={upcoming.rounding} currency={currency} />
        )}
        {Number(upcoming.balance_used) !== 0 && (
          <AmountRow label={t("changes.balance_used")} amount={`-${upcoming.balance_used}`} currency={currency} />
        )}
        <AmountRow strong label={t("invoices.payable")} amount={upcoming.due_total} currency={currency} />
      </div>
    </Section>
  )
}
