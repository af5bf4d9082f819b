import { Input } from "@medusajs/ui"
import { Controller, useFormContext, useWatch } from "react-hook-form"
import { INTERVAL_UNITS } from "../../../../rules/billing/states"
import { useTexts } from "../../../lib/use-texts"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { Choice } from "../../ui/forms/choice"
import { FormPart } from "../../ui/forms/form-part"
import { SwitchRow } from "../../ui/forms/switch-row"

/** A free offer lasts for ever, or for so long (B3). */
export function DurationFields() {
  const { t } = useTexts("billing")
  const { control, register } = useFormContext<OfferForm>()
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
          <Input inputMode="numeric" aria-label={t("intervals.count")} {...register("duration_count")} />
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
