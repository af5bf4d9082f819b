import { RadioGroup } from "@medusajs/ui"
import { Controller, useFormContext, useWatch } from "react-hook-form"
import { PERCENT } from "../../../../rules/billing/changes/percent"
import { RETENTION_KINDS } from "../../../../rules/billing/states"
import type { BillingSettingsFields } from "../../../lib/billing/dunning/settings-form"
import { isWholeNumber } from "../../../lib/numbers/typed-number"
import { useTexts } from "../../../lib/use-texts"
import { NumberField } from "../../ui/forms/number-field"

/** What those who want to cancel are offered instead (B23). */
export function RetentionFields() {
  const { t } = useTexts("billing")
  const { control } = useFormContext<BillingSettingsFields>()
  const offer = useWatch({ control, name: "retention_offer" })
  const upTo = (most: number) => (typed: string) =>
    isWholeNumber(typed, { min: 1, max: most }) || t("validation.whole_number")
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <Controller
        control={control}
        name="retention_offer"
        render={({ field }) => (
          <RadioGroup
            value={field.value}
            onValueChange={field.onChange}
            aria-label={t("retention.settings.title")}
            className="grid grid-cols-1 gap-3 md:grid-cols-3"
          >
            {RETENTION_KINDS.map((kind) => (
              <RadioGroup.ChoiceBox
                key={kind}
                value={kind}
                label={t(`retention.settings.offers.${kind}`)}
                description={t(`retention.settings.offers.${kind}_hint`)}
              />
            ))}
          </RadioGroup>
        )}
      />
      {offer === "pause" && (
        <div className="w-40">
          <NumberField<BillingSettingsFields>
            name="retention_pause_days"
            label={t("retention.settings.pause_days")}
            isWhole
            check={upTo(3650)}
          />
        </div>
      )}
      {offer === "discount" && (
        <div className="grid max-w-md grid-cols-2 gap-4">
          <NumberField<BillingSettingsFields>
            name="retention_percent"
            label={t("retention.settings.percent")}
            unit="%"
            check={(typed) => PERCENT.test(typed) || t("retention.settings.percent_wrong")}
          />
          <NumberField<BillingSettingsFields>
            name="retention_cycles"
            label={t("retention.settings.cycles")}
            isWhole
            check={upTo(120)}
          />
        </div>
      )}
    </div>
  )
}
