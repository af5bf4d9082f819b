import { Controller, useFormContext, useWatch } from "react-hook-form"
import { INTERVAL_UNITS } from "../../../../rules/billing/states"
import { checkInterval } from "../../../../rules/calendar"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { isWholeNumber } from "../../../lib/numbers/typed-number"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { FormPart } from "../../ui/forms/form-part"
import { NumberField } from "../../ui/forms/number-field"

/** What is agreed beyond the price: how many cycles, on which day, and from when a cancellation takes effect. */
export function AgreedFields() {
  const { t } = useTexts("billing")
  const { control } = useFormContext<OfferForm>()
  const day = useWatch({ control, name: "billing_day" })
  const upTo = (most: number) => (value: string) =>
    value === "" || isWholeNumber(value, { min: 0, max: most }) || t("validation.whole_number")
  return (
    <FormPart title={t("offer.agreed")}>
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <NumberField<OfferForm>
          name="cycle_limit"
          label={t("fields.cycle_limit")}
          hint={t("offer.cycle_limit_hint")}
          isWhole
          size="base"
          check={upTo(1200)}
        />
        <NumberField<OfferForm>
          name="billing_day"
          label={t("fields.billing_day")}
          hint={t("offer.billing_day_hint")}
          isWhole
          size="base"
          check={upTo(31)}
        />
        {Number(day) > 0 && (
          <NumberField<OfferForm>
            name="billing_month"
            label={t("fields.billing_month")}
            hint={t("offer.billing_month_hint")}
            isWhole
            size="base"
            check={(month) => isWholeNumber(month, { min: 1, max: 12 }) || t("validation.whole_number")}
          />
        )}
        <TermFields name="minimum_term" />
        <TermFields name="notice" />
      </div>
    </FormPart>
  )
}

/** A number of days, weeks, months or years; empty: none. */
function TermFields({ name }: { name: "minimum_term" | "notice" }) {
  const { t } = useTexts("billing")
  const { control } = useFormContext<OfferForm>()
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <NumberField<OfferForm>
        name={`${name}_count`}
        label={t(`fields.${name}`)}
        hint={t(`offer.${name}_hint`)}
        isWhole
        size="base"
        check={(count, form) =>
          count === "" ||
          checkInterval({ unit: form[`${name}_unit`], count: Number(count) }).ok ||
          t("validation.interval")
        }
      />
      <Controller
        control={control}
        name={`${name}_unit`}
        render={({ field }) => (
          <div className="pt-7">
            <Choice
              label={t("intervals.unit")}
              value={field.value}
              onChange={field.onChange}
              options={INTERVAL_UNITS.map((unit) => ({ value: unit, label: t(`intervals.units.${unit}`) }))}
            />
          </div>
        )}
      />
    </div>
  )
}
