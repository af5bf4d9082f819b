import { checkInterval } from "../../calendar"
import { checkAmount, isPositive } from "../../money"
import type { DraftAmount, DraftCycle, FieldProblem } from "./offer-draft"
import type { PaymentType } from "../states"

/** Everything that is wrong with one cycle of an offer: its interval, its prices and its set-up fees. */
export function validateCycle(paymentType: PaymentType, cycle: DraftCycle, path: string): FieldProblem[] {
  return [
    ...intervalProblems(paymentType, cycle, path),
    ...amountProblems(cycle.prices, `${path}.prices`, paymentType === "free" ? "a free offer has no price" : null),
    ...amountProblems(
      cycle.setupFees,
      `${path}.setup_fees`,
      paymentType === "free" ? "a free offer has no set-up fee" : null,
    ),
  ]
}

function intervalProblems(paymentType: PaymentType, { interval }: DraftCycle, path: string): FieldProblem[] {
  const field = `${path}.interval`
  if (paymentType !== "recurring") {
    return interval ? [{ field, reason: `a ${paymentType} offer is never renewed: it has no interval` }] : []
  }
  if (!interval) {
    return [{ field, reason: "a recurring offer's cycle needs an interval" }]
  }
  const checked = checkInterval(interval)
  return checked.ok ? [] : [{ field, reason: checked.reason }]
}

/** `refusal`: why an amount above zero is refused; null where it is welcome. */
function amountProblems(amounts: readonly DraftAmount[], path: string, refusal: string | null): FieldProblem[] {
  return amounts.flatMap(({ currencyCode, amount }, index) => {
    const isRepeated = amounts
      .slice(0, index)
      .some((earlier) => earlier.currencyCode.toLowerCase() === currencyCode.toLowerCase())
    if (isRepeated) {
      return [{ field: `${path}.${index}.currency_code`, reason: `${currencyCode} is in the list already` }]
    }
    const checked = checkAmount(amount, currencyCode)
    if (!checked.ok) {
      return [{ field: `${path}.${index}.amount`, reason: checked.reason }]
    }
    return refusal && isPositive(checked.amount) ? [{ field: `${path}.${index}.amount`, reason: refusal }] : []
  })
}
