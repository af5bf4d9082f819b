import { Controller, useFormContext, useWatch } from "react-hook-form"
import { INTERVAL_UNITS } from "../../../../rules/billing/states"
import { checkInterval } from "../../../../rules/calendar"
import { useTexts } from "../../../lib/use-texts"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { Choice } from "../../ui/forms/choice"
import { NumberField } from "../../ui/forms/number-field"
import { FormPart } from "../../ui/forms/form-part"
import { SwitchRow } from "../../ui/forms/switch-row"

/** A free offer lasts for ever, or for so long (B3). */
export function DurationFields() {
  const { t } = useTexts("billing")
  const { control } = useFormContext<OfferForm>()
  const limited = useWatch({ control, name: "has_duration" })
  return (
    <FormPart title={t("fields.duration")}>
      <Controller
        control={control}
        name="has_duration"
        render={({ field }) => (
          <SwitchRow
            label={t("offer.has_duration")}
            hint={t("offer.has_duration_hint")}
            checked={field.value}
            onChange={field.onChange}
          />
        )}
      />
      {limited && (
        <div className="grid max-w-sm grid-cols-2 gap-3">
          <NumberField<OfferForm>
            name="duration_count"
            aria-label={t("intervals.count")}
            isWhole
            size="base"
            check={(count, form) =>
              !form.has_duration ||
              checkInterval({ unit: form.duration_unit, count: Number(count) }).ok ||
              t("validation.interval")
            }
          />
          <Controller
            control={control}
            name="duration_unit"
            render={({ field }) => (
              <Choice
                label={t("intervals.unit")}
                value={field.value}
                onChange={field.onChange}
                options={INTERVAL_UNITS.map((unit) => ({ value: unit, label: t(`intervals.units.${unit}`) }))}
              />
            )}
          />
        </div>
      )}
    </FormPart>
  )
}
