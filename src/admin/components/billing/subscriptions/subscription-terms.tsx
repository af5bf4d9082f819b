import { Link } from "react-router-dom"
import { useTexts } from "../../../lib/use-texts"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { useFormat } from "../../../lib/use-format"
import { useSubscriptionInterval } from "../../../lib/billing/use-subscription-interval"
import { FieldRow } from "../../ui/field-row"
import { Section } from "../../ui/section"
import { SubscriptionState } from "./subscription-state"
import { SubscriptionActions } from "./subscription-actions"

const LINK = "text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus rounded-sm"

/** The agreement itself: who, at which interval, from when, until when. */
export function SubscriptionTerms({ subscription }: { subscription: SubscriptionDetailAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const intervalOf = useSubscriptionInterval()
  const scheduled = subscription.scheduled_change
  const dates = [
    ["fields.anchor", subscription.anchor_on],
    ["fields.trial_end", subscription.trial_end_on],
    ["fields.invoice_on", subscription.next_bill?.invoice_on],
    ["fields.due_on", subscription.next_bill?.due_on],
    ["pauses.paused_on", subscription.paused_on],
    ["pauses.goes_on", subscription.paused_until],
    ["fields.expires", subscription.expires_on],
    ["fields.minimum_term_on", subscription.minimum_term_on],
    ["fields.cancels_on", subscription.cancel_on],
    ["fields.canceled_on", subscription.canceled_on],
    ["fields.ended_on", subscription.ended_on],
  ] as const

  return (
    <Section
      level="h1"
      title={
        <>
          {t("subscriptions.number", { number: subscription.display_id })}
          <SubscriptionState subscription={subscription} />
        </>
      }
      actions={<SubscriptionActions subscription={subscription} />}
    >
      <FieldRow label={t("fields.customer")}>
        {subscription.customer_id ? (
          <Link className={LINK} to={`/customers/${subscription.customer_id}`}>
            {subscription.email ?? subscription.customer_id}
          </Link>
        ) : (
          (subscription.email ?? "–")
        )}
      </FieldRow>
      <FieldRow label={t("fields.order")}>
        {subscription.order_id === null ? (
          t("subscriptions.moved_in")
        ) : (
          <Link className={LINK} to={`/orders/${subscription.order_id}`}>
            {t("subscriptions.first_order")}
          </Link>
        )}
      </FieldRow>
      <FieldRow label={t("fields.payment_type")}>{t(`payment_types.${subscription.payment_type}`)}</FieldRow>
      <FieldRow label={t("fields.interval")}>{intervalOf(subscription)}</FieldRow>
      <FieldRow label={t("fields.collection_method")}>
        {t(`collection_methods.${subscription.collection_method}`)}
      </FieldRow>
      {subscription.payment_provider_id && (
        <FieldRow label={t("fields.payment_method")}>
          {[
            subscription.payment_method?.brand,
            subscription.payment_method?.last4 && `•••• ${subscription.payment_method.last4}`,
          ]
            .filter(Boolean)
            .join(" ") || subscription.payment_provider_id}
        </FieldRow>
      )}
      <FieldRow label={t("fields.current_period")}>
        {subscription.period_start && subscription.period_end
          ? format.period(subscription.period_start, subscription.period_end)
          : "–"}
      </FieldRow>
      {dates.map(([label, date]) =>
        date ? (
          <FieldRow key={label} label={t(label)}>
            {format.date(date)}
          </FieldRow>
        ) : null,
      )}
      {subscription.billing_day && <FieldRow label={t("fields.billing_day")}>{subscription.billing_day.day}</FieldRow>}
      {subscription.notice && (
        <FieldRow label={t("fields.notice")}>
          {t(`durations.${subscription.notice.unit}`, { count: subscription.notice.count })}
        </FieldRow>
      )}
      {scheduled && (
        <FieldRow label={t("changes.scheduled_on", { date: format.date(scheduled.on) })}>
          {scheduled.quantity} × {scheduled.title}, {intervalOf({ ...subscription, ...scheduled })},{" "}
          {format.money(scheduled.unit_price, subscription.currency_code)}
          {scheduled.is_billed && ` · ${t("changes.billed_ahead")}`}
        </FieldRow>
      )}
      {subscription.cancel_reason && (
        <FieldRow label={t("fields.cancel_reason")}>{subscription.cancel_reason}</FieldRow>
      )}
    </Section>
  )
}
