import { Link } from "react-router-dom"
import type { OrderBillingAnswer } from "../../../../contracts/billing/orders"
import { useFormat } from "../../../lib/use-format"
import { useWords } from "../../../lib/billing/use-words"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"
import { StateBadge } from "../state-badge"

/** What a renewal's order renews: which subscription, for which days, and whether it is paid. */
export function RenewedByOrder({ renewal }: { renewal: NonNullable<OrderBillingAnswer["renewal"]> }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const words = useWords()
  return (
    <>
      <FieldRow label={t("order.renews")}>
        <span className="flex flex-wrap items-center gap-2">
          {[renewal, ...renewal.others].map(({ subscription_id, display_id }) => (
            <Link
              key={subscription_id}
              to={`/billing/subscriptions/${subscription_id}`}
              className="text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"
            >
              {t("subscriptions.number", { number: display_id })}
            </Link>
          ))}
          <StateBadge kind="renewal" state={renewal.status} />
        </span>
      </FieldRow>
      <FieldRow label={t("fields.period")}>{format.period(renewal.period_start, renewal.period_end)}</FieldRow>
      {renewal.reason && <FieldRow label={t("order.reason")}>{words.ofReason(renewal.reason)}</FieldRow>}
      <FieldRow label={t("order.price")}>{t("order.agreed")}</FieldRow>
    </>
  )
}
