import type { FieldPath } from "react-hook-form"
import { checkAmount } from "../../../../rules/money"
import { useTexts } from "../../../lib/use-texts"
import type { OfferForm } from "../../../lib/billing/offer-form"
import { NumberField } from "../../ui/forms/number-field"

type AmountPath = Extract<FieldPath<OfferForm>, `${string}prices.${string}` | `${string}setup_fees.${string}`>

interface FormAmountProps {
  id?: string
  name: AmountPath
  currency: string
  label: string
}

/** An amount of the offer's form, validated by the server's rule before it is sent. */
export function FormAmount({ id, name, currency, label }: FormAmountProps) {
  const { t } = useTexts("billing")
  return (
    <NumberField<OfferForm>
      id={id}
      name={name}
      label={label}
      currency={currency}
      check={(amount) =>
        amount === "" ||
        checkAmount(amount, currency).ok ||
        t("validation.amount", { currency: currency.toUpperCase() })
      }
    />
  )
}
