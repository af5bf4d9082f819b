import { Controller, useFormContext } from "react-hook-form"
import { COLLECTION_METHODS } from "../../../../rules/billing/states"
import { useTexts } from "../../../lib/use-texts"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { isWholeNumber } from "../../../lib/numbers/typed-number"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { NumberField } from "../../ui/forms/number-field"
import { FormPart } from "../../ui/forms/form-part"

const METHODS = ["default", ...COLLECTION_METHODS] as const

/** Trial and collection: what only renewals know. */
export function RecurringFields() {
  const { t } = useTexts("billing")
  const { control } = useFormContext<OfferForm>()
  return (
    <FormPart title={t("offer.collecting")}>
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <Field label={t("fields.collection_method")} htmlFor="offer-collection-method">
          <Controller
            control={control}
            name="collection_method"
            render={({ field }) => (
              <Choice
                id="offer-collection-method"
                label={t("fields.collection_method")}
                value={field.value}
                onChange={field.onChange}
                options={METHODS.map((method) => ({ value: method, label: t(`collection_methods.${method}`) }))}
              />
            )}
          />
        </Field>
        <NumberField<OfferForm>
          name="trial_days"
          label={t("fields.trial_days")}
          hint={t("offer.trial_hint")}
          isWhole
          size="base"
          placeholder="0"
          check={(days) => days === "" || isWholeNumber(days, { min: 0, max: 100_000 }) || t("validation.whole_number")}
        />
      </div>
    </FormPart>
  )
}
