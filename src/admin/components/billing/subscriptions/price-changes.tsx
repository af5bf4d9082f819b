import { Text } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import type { PriceMigrationAnswer } from "../../../../contracts/billing/subscription-answers"
import { useFormat } from "../../../lib/use-format"
import { usePriceChangeWords } from "../../../lib/billing/price-changes/use-price-change-words"
import { EmptyNote } from "../../ui/empty-note"

/** From which price to which, from which day on; and what stays as it is, with the reason. */
export function PriceChanges({ answer }: { answer: PriceMigrationAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const inWords = usePriceChangeWords()
  return (
    <div className="divide-y">
      {answer.changes.length === 0 && <EmptyNote title={t("migrate.nothing")} />}
      {answer.changes.map((change) => (
        <div key={change.item_id} className="flex flex-wrap items-start justify-between gap-x-4 px-6 py-3">
          <div className="min-w-0">
            <Text size="small" weight="plus">
              {format.number(change.quantity)} × {change.title}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {t("migrate.from_on", { date: format.date(change.from_cycle_on) })}
              {change.tell_on && (
                <>
                  {" · "}
                  {answer.answer_until
                    ? t("price_changes.asked_until", { date: format.date(answer.answer_until) })
                    : t("price_changes.told", { date: format.date(change.tell_on) })}
                </>
              )}
            </Text>
          </div>
          <Text size="small" className="whitespace-nowrap tabular-nums">
            {format.money(change.from, change.currency_code)} → {format.money(change.to, change.currency_code)}
          </Text>
        </div>
      ))}
      {answer.unchanged.map((unchanged) => (
        <div key={unchanged.item_id} className="px-6 py-3">
          <Text size="small" className="text-ui-fg-muted">
            {t("migrate.kept", { reason: inWords(unchanged.reason) })}
          </Text>
        </div>
      ))}
    </div>
  )
}
