import type { InvoicePageAnswer } from "../../../../contracts/billing/invoices"
import { isNegative, isZero, negate } from "../../../../rules/money"
import { useTexts } from "../../../lib/use-texts"
import { AmountRow } from "../../ui/amount-row"
import { Section } from "../../ui/section"

/** What an invoice's account comes to: from its total to what is open. */
export function InvoiceAccount({ invoice }: { invoice: InvoicePageAnswer }) {
  const { t } = useTexts("billing")
  const { payment, currency_code: currency } = invoice
  if (!payment) {
    return null
  }
  const rows = [
    { key: "paid", amount: payment.paid_total, isTakenOff: true },
    { key: "refunded", amount: payment.refunded_total, isTakenOff: false },
    { key: "balance", amount: payment.balance_total, isTakenOff: true },
    { key: "credited", amount: payment.credited_total, isTakenOff: true },
    { key: "written_off", amount: payment.written_off_total, isTakenOff: true },
  ]
  const isTooMuch = isNegative(payment.open_total)
  return (
    <Section title={t("accounts.title")} hint={isTooMuch ? t("accounts.too_much_hint") : undefined}>
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <AmountRow label={t("accounts.total")} amount={invoice.total} currency={currency} />
        {rows
          .filter(({ amount }) => !isZero(amount))
          .map(({ key, amount, isTakenOff }) => (
            <AmountRow
              key={key}
              label={t(`accounts.sums.${key}`)}
              amount={isNegative(amount) ? negate(amount) : amount}
              currency={currency}
              isTakenOff={isTakenOff !== isNegative(amount)}
            />
          ))}
        <AmountRow
          strong
          label={t(isTooMuch ? "accounts.too_much" : "accounts.open")}
          amount={isTooMuch ? negate(payment.open_total) : payment.open_total}
          currency={currency}
        />
      </div>
    </Section>
  )
}
