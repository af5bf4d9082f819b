import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../lib/namespace"
import type { SubscriptionDetail } from "../lib/types"
import { useFormat } from "../lib/use-format"
import { EmptyNote } from "./empty-note"
import { FieldRow } from "./field-row"
import { Section } from "./section"

/** The next invoice as the renewal rule sees it: the same rule will make it. */
export function UpcomingInvoice({ subscription }: { subscription: SubscriptionDetail }) {
  const { t } = useTranslation(NAMESPACE)
  const format = useFormat()
  const { upcoming } = subscription
  return (
    <Section title={t("upcoming.title")} hint={t("upcoming.hint")}>
      {upcoming ? (
        <>
          <FieldRow label={t("fields.due")}>{format.date(upcoming.due_on)}</FieldRow>
          <FieldRow label={t("fields.period")}>{format.period(upcoming.period_start, upcoming.period_end)}</FieldRow>
          {upcoming.total !== null && (
            <FieldRow label={t("fields.total")}>{format.money(upcoming.total, upcoming.currency_code)}</FieldRow>
          )}
        </>
      ) : (
        <EmptyNote title={t("upcoming.none")} hint={t("upcoming.none_hint")} />
      )}
    </Section>
  )
}
