import type { CivilDate } from "../../calendar"
import { compare, max, round, sum, type Decimal } from "../../money"

/** Money of a payment that its payer's bank has taken back and that has not come back. */
export interface ReturnedMoney {
  amount: Decimal
  currency_code: string
  as_of: CivilDate
}

/** "35.58 EUR (2027-03-08)": what was taken back, in all, and when last. */
function written(returns: readonly ReturnedMoney[]): string {
  const currency = returns[0]?.currency_code ?? ""
  const amount = round(sum(returns.map((one) => one.amount)), currency)
  const [latest] = returns.map(({ as_of }) => as_of).sort((a, b) => (a < b ? 1 : -1))
  return `${amount} ${currency.toUpperCase()} (${latest ?? ""})`
}

/** Why an order cannot be canceled in Medusa, and what to do instead; null: it can. `number`: of its invoice, where there is one. */
export function cancellationProblem(returns: readonly ReturnedMoney[], number: string | null): string | null {
  if (!returns.length) {
    return null
  }
  const instead = number === null ? "Give back by hand what was paid since" : `Credit invoice ${number} in full instead`
  return `The order cannot be canceled: its payer's bank has taken back ${written(returns)}, which Medusa would have the provider give back again. ${instead}: then nothing is owed, and what was paid since can be refunded`
}

/** Why so much of a payment cannot be given back; null: it can. `amount` null: all that Medusa takes for captured. */
export function refundProblem(
  { left, currencyCode }: { left: Decimal; currencyCode: string },
  { amount, returns }: { amount: Decimal | null; returns: readonly ReturnedMoney[] },
): string | null {
  const most = max("0", round(left, currencyCode))
  if (!returns.length || (amount !== null && compare(round(amount, currencyCode), most) <= 0)) {
    return null
  }
  return `The refund is refused: of this payment its payer's bank has taken back ${written(returns)}, and ${round(most, currencyCode)} is left to give back`
}
