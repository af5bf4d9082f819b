import { checkAmount } from "./checks/check-amount"
import type { Decimal } from "./decimal"

/** With the decimals of the currency ("9.90"); an amount that has more than those is written as it is. */
export function padded(amount: Decimal | number, currencyCode: string): Decimal {
  const checked = checkAmount(amount, currencyCode)
  return checked.ok ? checked.amount : String(amount)
}
