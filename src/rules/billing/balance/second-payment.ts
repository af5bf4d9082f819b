import { compare, isPositive, max, min, round, subtract, sum, type Decimal } from "../../money"
import { receivedOf, type InvoiceAccount } from "../accounts/invoice-account"

/**
 * What customers have paid though their invoice was paid already: what it received beyond its total, as far as payments on
 * its page brought it. What became too much by a credit note is none of it.
 */
export function secondPayment(
  account: InvoiceAccount,
  { payments, currencyCode }: { payments: readonly Decimal[]; currencyCode: string },
): Decimal {
  const beyond = subtract(receivedOf(account), account.total)
  return max("0", min(beyond, round(sum(payments), currencyCode)))
}

/**
 * How much of each payment is to be given back: the latest first, each as far as it goes. Medusa keeps the order's exact total of
 * a payment, which may be finer than the currency: what is given back whole is given back so.
 */
export function paymentsToGiveBack(
  payments: readonly { id: string; kept: Decimal }[],
  { amount, currencyCode }: { amount: Decimal; currencyCode: string },
): { payment_id: string; amount: Decimal }[] {
  let left = amount
  return payments.flatMap(({ id, kept }) => {
    const whole = round(kept, currencyCode)
    const given = max("0", min(whole, left))
    left = subtract(left, given)
    return isPositive(given) ? [{ payment_id: id, amount: compare(given, whole) === 0 ? kept : given }] : []
  })
}
