import { Badge } from "@medusajs/ui"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { isOver } from "../../../lib/billing/is-over"
import { useWords } from "../../../lib/billing/use-words"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"
import { Section } from "../../ui/section"
import { ChangeDueDrawer } from "./change-due-drawer"
import { ReasonDrawer } from "./reason-drawer"
import { RetryButton } from "./retry-button"

const CAN_SUSPEND = new Set(["trialing", "active", "past_due", "paused"])

/** What a subscription owes, what is done about it next, and what an admin can do now (B38). */
export function SubscriptionDunning({ subscription }: { subscription: SubscriptionDetailAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const words = useWords()
  const { id, status, version } = subscription
  if (isOver(subscription)) {
    return null
  }
  const owed = subscription.renewals.filter((one) => one.status === "issued" || one.status === "failed")
  const failed = owed.filter((one) => one.status === "failed")
  const tries = owed.flatMap((one) => one.collect_on ?? []).sort()
  const path = `/admin/billing/subscriptions/${id}`
  const dates = [
    ["next_try", tries[0]],
    ["suspend_on", subscription.suspend_on],
    ["terminate_on", subscription.terminate_on],
  ] as const
  return (
    <Section
      title={t("dunning.card")}
      hint={failed.length > 0 ? t("dunning.owes", { count: failed.length }) : t("dunning.owes_nothing")}
      actions={
        <>
          {failed.length > 0 && <RetryButton id={id} />}
          {status === "suspended" && (
            <ReasonDrawer
              action={t("dunning.resume")}
              title={t("dunning.resume_title")}
              hint={t("dunning.resume_hint")}
              done={t("dunning.resumed")}
              path={`${path}/resume`}
              body={{ version }}
            />
          )}
          {(CAN_SUSPEND.has(status) || subscription.suspended_reason === "overdue") && (
            <ReasonDrawer
              action={t("dunning.suspend")}
              title={t("dunning.suspend_title")}
              hint={t("dunning.suspend_hint")}
              done={t("dunning.suspended")}
              path={`${path}/suspend`}
              body={{ version }}
            />
          )}
        </>
      }
    >
      {subscription.suspended_reason && (
        <FieldRow label={t("dunning.suspended_for")}>
          {t(`dunning.suspended_reasons.${subscription.suspended_reason}`)}
        </FieldRow>
      )}
      {subscription.is_hard_declined && (
        <FieldRow label={t("fields.payment_method")}>
          <Badge size="2xsmall" color="red">
            {t("dunning.hard_declined")}
          </Badge>
        </FieldRow>
      )}
      {dates.map(
        ([name, date]) =>
          date && (
            <FieldRow key={name} label={t(`dunning.${name}`)}>
              {format.date(date)}
            </FieldRow>
          ),
      )}
      {owed.map((renewal) => (
        <FieldRow
          key={renewal.id}
          label={t("dunning.due", { date: format.date(renewal.dunning_from ?? renewal.due_on) })}
        >
          <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
            {renewal.total !== null && format.money(renewal.total, renewal.currency_code)}
            {renewal.dunning_from !== null && renewal.dunning_from !== renewal.due_on && (
              <span className="text-ui-fg-subtle">{t("dunning.first_due", { date: format.date(renewal.due_on) })}</span>
            )}
            {renewal.reason && <span className="text-ui-fg-subtle">{words.ofReason(renewal.reason)}</span>}
            {renewal.invoice_id && (
              <ChangeDueDrawer invoiceId={renewal.invoice_id} dueOn={renewal.dunning_from ?? renewal.due_on} />
            )}
          </span>
        </FieldRow>
      ))}
    </Section>
  )
}
