import { Hint } from "@medusajs/ui"
import { useController, useFormContext, type FieldPath } from "react-hook-form"
import { checkAmount } from "../../../../rules/money"
import { useTexts } from "../../../lib/use-texts"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { typedAmount } from "../../../lib/typed-amount"
import { AmountInput } from "../../ui/forms/amount-input"

type AmountPath = Extract<FieldPath<OfferForm>, `${string}prices.${string}` | `${string}setup_fees.${string}`>

interface FormAmountProps {
  id?: string
  name: AmountPath
  currency: string
  label?: string
}

/** An amount of the offer's form, validated by the server's rule before it is sent. */
export function FormAmount({ id, name, currency, label }: FormAmountProps) {
  const { t } = useTexts("billing")
  const { control } = useFormContext<OfferForm>()
  const { field, fieldState } = useController({
    control,
    name,
    rules: {
      validate: (typed) => {
        const amount = typedAmount(typeof typed === "string" ? typed : "")
        return (
          amount === "" ||
          checkAmount(amount, currency).ok ||
          t("validation.amount", { currency: currency.toUpperCase() })
        )
      },
    },
  })
  return (
    <div className="min-w-0">
      <AmountInput
        id={id}
        aria-label={label}
        currency={currency}
        invalid={fieldState.invalid}
        ref={field.ref}
        name={field.name}
        value={typeof field.value === "string" ? field.value : ""}
        onChange={field.onChange}
        onBlur={field.onBlur}
      />
      {fieldState.error && (
        <Hint variant="error" role="alert">
          {fieldState.error.message}
        </Hint>
      )}
    </div>
  )
}
