import { Text } from "@medusajs/ui"
import type { ChangePreviewAnswer } from "../../../../contracts/billing/changes"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"
import { AmountRow } from "../../ui/amount-row"

/** What a change does and comes to, as the server decides it. */
export function ChangeFigures({ change }: { change: ChangePreviewAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { kind, currency_code: currency, credited_invoice: credited, invoice } = change
  const isNow = kind === "prorate" || kind === "restart"
  return (
    <div className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-lg p-4" aria-live="polite">
      <Text size="small" weight="plus">
        {t(`changes.kinds.${kind}`, { date: format.date(change.on) })}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {change.from.quantity} × {change.from.title} → {change.to.quantity} × {change.to.title},{" "}
        {format.money(change.to.unit_price, currency)}
      </Text>
      {isNow && (
        <>
          {Number(change.credit_total) > 0 && (
            <AmountRow
              label={credited ? t("changes.credit", { number: credited.number }) : t("changes.credit_elsewhere")}
              amount={change.credit_total}
              currency={currency}
              isTakenOff
            />
          )}
          <AmountRow label={t("changes.charge")} amount={change.charge_total} currency={currency} />
          {Number(change.balance_used) > 0 && (
            <AmountRow label={t("changes.balance_used")} amount={change.balance_used} currency={currency} isTakenOff />
          )}
          <AmountRow strong label={t("changes.due")} amount={change.due_total} currency={currency} />
          {Number(change.balance_after) > 0 && (
            <AmountRow label={t("changes.balance_after")} amount={change.balance_after} currency={currency} />
          )}
        </>
      )}
      {!isNow && invoice && (
        <AmountRow
          strong
          label={t("changes.next_invoice", { date: format.date(invoice.due_on) })}
          amount={invoice.total}
          currency={currency}
        />
      )}
    </div>
  )
}
