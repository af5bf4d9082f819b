import { Badge } from "@medusajs/ui"
import type { SubscriptionAnswer } from "../../../../contracts/billing/subscription-answers"
import { isOver } from "../../../lib/billing/is-over"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { StateBadge } from "../state-badge"

type Stated = Pick<SubscriptionAnswer, "status" | "cancel_on" | "expires_on" | "open_invoices">

/** A subscription's state with its exceptions: an end that is set, invoices that nobody has paid (B23). */
export function SubscriptionState({ subscription }: { subscription: Stated }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { status, cancel_on, expires_on, open_invoices: open } = subscription
  const end = isOver(subscription)
    ? null
    : cancel_on
      ? t("exceptions.ends", { date: format.date(cancel_on) })
      : expires_on && t("exceptions.expires", { date: format.date(expires_on) })
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
      <StateBadge kind="subscription" state={status} />
      {end && (
        <Badge size="2xsmall" color="orange" className="whitespace-nowrap">
          {end}
        </Badge>
      )}
      {open.count > 0 && (
        <Badge size="2xsmall" color={open.overdue > 0 ? "red" : "orange"} className="whitespace-nowrap">
          {open.overdue > 0
            ? t("exceptions.overdue", { count: open.overdue })
            : t("exceptions.unpaid", { count: open.count })}
        </Badge>
      )}
    </span>
  )
}
