import { Controller, useFormContext, useWatch } from "react-hook-form"
import { isTimed } from "../../../../rules/packages"
import { problemAt, type FieldProblem } from "../../../lib/field-problems"
import { isByContents, type PackageForm } from "../../../lib/packages/package-form"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"
import { NumberField } from "../../ui/forms/number-field"
import { PricingChoice } from "./pricing-choice"
import { RateListFields } from "./rate-list-fields"

interface PricingFieldsProps {
  currencies: string[]
  problems: FieldProblem[]
  /** Whether the product has one variant: then its price can be set here. */
  hasOneVariant: boolean
}

/** How the package is priced, and what it costs where it has a price of its own. */
export function PricingFields({ currencies, problems, hasOneVariant }: PricingFieldsProps) {
  const { t } = useTexts("packages")
  const { control } = useFormContext<PackageForm>()
  const [pricing, rates] = useWatch({ control, name: ["pricing", "rates"] })
  const unit = isTimed(pricing) ? pricing : null
  const priced = currencies.filter((code) => !unit || !rates.some((rate) => rate.currency_code === code))
  return (
    <div className="flex flex-col gap-y-5 px-6 py-4">
      <Controller
        control={control}
        name="pricing"
        render={({ field }) => <PricingChoice value={field.value} onChange={field.onChange} />}
      />
      {unit && <RateListFields unit={unit} currencies={currencies} problems={problems} />}
      {!isByContents(pricing) && hasOneVariant && priced.length > 0 && (
        <Field label={t(`prices.${pricing}`)} hint={unit ? t("prices.timed_hint") : undefined}>
          <div className="flex flex-wrap items-start gap-3">
            {priced.map((code) => (
              <div key={code} className="w-40">
                <NumberField<PackageForm>
                  name={`prices.${code}`}
                  currency={code}
                  aria-label={t("prices.in", { currency: code.toUpperCase() })}
                  error={problemAt(problems, `prices.${code}`)}
                />
              </div>
            ))}
          </div>
        </Field>
      )}
      <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
        {unit && (
          <NumberField<PackageForm>
            name="minimum_duration"
            label={t("fields.minimum_duration")}
            hint={t("minimum_hint")}
            unit={t(`units_of.${unit}`)}
            isWhole
            error={problemAt(problems, "minimum_duration")}
          />
        )}
        <NumberField<PackageForm>
          name="default_hours"
          label={t("fields.default_hours")}
          hint={t("default_hours_hint")}
          unit={t("units_of.hour")}
          isWhole
          error={problemAt(problems, "default_hours")}
        />
      </div>
    </div>
  )
}
