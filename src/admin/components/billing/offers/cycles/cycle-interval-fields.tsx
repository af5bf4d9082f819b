import { Controller, useFormContext, useWatch } from "react-hook-form"
import { INTERVAL_UNITS } from "../../../../../rules/billing/states"
import { checkInterval } from "../../../../../rules/calendar"
import { PRESET_NAMES } from "../../../../lib/billing/interval-presets"
import { useTexts } from "../../../../lib/use-texts"
import { intervalOf, type OfferForm } from "../../../../lib/billing/offer-form"
import { Choice } from "../../../ui/forms/choice"
import { NumberField } from "../../../ui/forms/number-field"
import { Field } from "../../../ui/forms/field"

const CHOICES = [...PRESET_NAMES, "custom"] as const

/** The interval of a cycle: one with a name, or any number of days, weeks, months or years. */
export function CycleIntervalFields({ index }: { index: number }) {
  const { t } = useTexts("billing")
  const { control, formState } = useFormContext<OfferForm>()
  const cycle = useWatch({ control, name: `cycles.${index}` })
  // A named interval has no number to stand at.
  const error = cycle?.preset === "custom" ? undefined : formState.errors.cycles?.[index]?.count?.message
  const id = `cycle-${index}-interval`

  return (
    <Field label={t("fields.interval")} htmlFor={id} error={error}>
      <Controller
        control={control}
        name={`cycles.${index}.preset`}
        render={({ field }) => (
          <Choice
            id={id}
            size="small"
            label={t("fields.interval")}
            value={field.value}
            onChange={field.onChange}
            options={CHOICES.map((preset) => ({ value: preset, label: t(`intervals.presets.${preset}`) }))}
          />
        )}
      />
      {cycle?.preset === "custom" && (
        <div className="grid grid-cols-2 gap-2">
          <NumberField<OfferForm>
            name={`cycles.${index}.count`}
            aria-label={t("intervals.count")}
            isWhole
            check={(_count, form) => {
              const own = form.cycles[index]
              return !own || own.preset !== "custom" || checkInterval(intervalOf(own)).ok || t("validation.interval")
            }}
          />
          <Controller
            control={control}
            name={`cycles.${index}.unit`}
            render={({ field }) => (
              <Choice
                size="small"
                label={t("intervals.unit")}
                value={field.value}
                onChange={field.onChange}
                options={INTERVAL_UNITS.map((unit) => ({ value: unit, label: t(`intervals.units.${unit}`) }))}
              />
            )}
          />
        </div>
      )}
    </Field>
  )
}
