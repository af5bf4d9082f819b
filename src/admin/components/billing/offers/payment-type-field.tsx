import { RadioGroup } from "@medusajs/ui"
import { Controller, useFormContext } from "react-hook-form"
import { PAYMENT_TYPES } from "../../../../rules/billing/states"
import { useTexts } from "../../../lib/use-texts"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { FormPart } from "../../ui/forms/form-part"

const IN_ORDER = [...PAYMENT_TYPES].reverse()

export function PaymentTypeField() {
  const { t } = useTexts("billing")
  const { control } = useFormContext<OfferForm>()
  return (
    <FormPart title={t("offer.how_sold")}>
      <Controller
        control={control}
        name="payment_type"
        render={({ field }) => (
          <RadioGroup
            value={field.value}
            onValueChange={field.onChange}
            aria-label={t("fields.payment_type")}
            className="grid grid-cols-1 gap-3 md:grid-cols-3"
          >
            {IN_ORDER.map((type) => (
              <RadioGroup.ChoiceBox
                key={type}
                value={type}
                label={t(`payment_types.${type}`)}
                description={t(`payment_types.${type}_hint`)}
              />
            ))}
          </RadioGroup>
        )}
      />
    </FormPart>
  )
}
