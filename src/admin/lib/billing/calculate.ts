import { fillCycles } from "../../../rules/billing"
import { checkInterval } from "../../../rules/calendar"
import { checkAmount, isPositive, type Decimal } from "../../../rules/money"
import { intervalOf, type CycleForm } from "./offer-form"

const isPercentage = (text: string): boolean => /^\d{1,3}(\.\d{1,4})?$/.test(text) && Number(text) <= 100

/** Prices of the cycles in their order from a typed monthly price; null while something typed makes no sense. */
export function calculate(monthly: string, cycles: CycleForm[], currency: string): Decimal[] | null {
  const checked = checkAmount(monthly, currency)
  if (!checked.ok || !isPositive(checked.amount)) {
    return null
  }
  const wanted = cycles.map((cycle) => ({
    interval: intervalOf(cycle),
    percentOff: cycle.percent_off || "0",
  }))
  const sound = wanted.every(({ interval, percentOff }) => checkInterval(interval).ok && isPercentage(percentOff))
  return sound ? fillCycles(checked.amount, wanted, currency) : null
}
