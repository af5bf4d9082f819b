import { checkAmount } from "../../../rules/money"
import type { FieldProblem } from "../field-problems"
import type { Amounts, OfferForm } from "./offer-form"

/** The amounts that are none, in every currency: fields of currencies that are out of sight are checked, too. */
export function checkOfferForm(form: OfferForm): FieldProblem[] {
  const lists =
    form.payment_type === "recurring" ? form.cycles.map((cycle, index) => ({ cycle, path: `cycles.${index}` })) : []
  const once = form.payment_type === "lifetime" ? [{ cycle: form.once, path: "once" }] : []
  return [...lists, ...once].flatMap(({ cycle, path }) => [
    ...amountProblems(cycle.prices, `${path}.prices`),
    ...amountProblems(cycle.setup_fees, `${path}.setup_fees`),
  ])
}

function amountProblems(amounts: Amounts, path: string): FieldProblem[] {
  return Object.entries(amounts).flatMap(([currency, amount]) => {
    const checked = amount ? checkAmount(amount, currency) : null
    return checked && !checked.ok ? [{ field: `${path}.${currency}`, reason: checked.reason }] : []
  })
}
