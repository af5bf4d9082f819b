import type { OfferAnswer } from "../../../../contracts/billing/offers"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"

/** How many cycles, on which day, and from when a cancellation takes effect; what there is none of is not shown. */
export function OfferAgreed({ offer }: { offer: OfferAnswer }) {
  const { t } = useTexts("billing")
  const { cycle_limit, billing_day, minimum_term, notice } = offer
  return (
    <>
      {cycle_limit ? (
        <FieldRow label={t("fields.cycle_limit")}>{t("offer.cycles_then_ends", { count: cycle_limit })}</FieldRow>
      ) : null}
      {billing_day && (
        <FieldRow label={t("fields.billing_day")}>
          {billing_day.month === 1
            ? billing_day.day
            : t("offer.day_and_month", { day: billing_day.day, month: billing_day.month })}
        </FieldRow>
      )}
      {minimum_term && (
        <FieldRow label={t("fields.minimum_term")}>
          {t(`durations.${minimum_term.unit}`, { count: minimum_term.count })}
        </FieldRow>
      )}
      {notice && (
        <FieldRow label={t("fields.notice")}>{t(`durations.${notice.unit}`, { count: notice.count })}</FieldRow>
      )}
    </>
  )
}
