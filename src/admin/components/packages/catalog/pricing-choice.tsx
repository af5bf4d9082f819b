import { RadioGroup } from "@medusajs/ui"
import { PACKAGE_PRICINGS, type PackagePricing } from "../../../../rules/packages"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"

interface PricingChoiceProps {
  value: PackagePricing
  onChange: (pricing: PackagePricing) => void
}

const isPricing = (value: string): value is PackagePricing => PACKAGE_PRICINGS.some((pricing) => pricing === value)

/** How a package is priced, each way explained (P2). */
export function PricingChoice({ value, onChange }: PricingChoiceProps) {
  const { t } = useTexts("packages")
  return (
    <Field label={t("fields.pricing")}>
      <RadioGroup
        value={value}
        onValueChange={(next) => isPricing(next) && onChange(next)}
        aria-label={t("fields.pricing")}
        className="grid grid-cols-1 gap-3 md:grid-cols-2 md:[&>*:first-child]:col-span-2"
      >
        {PACKAGE_PRICINGS.map((pricing) => (
          <RadioGroup.ChoiceBox
            key={pricing}
            value={pricing}
            label={t(`pricings.${pricing}`)}
            description={t(`pricings.${pricing}_hint`)}
          />
        ))}
      </RadioGroup>
    </Field>
  )
}
