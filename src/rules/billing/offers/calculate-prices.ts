import { checkInterval, type Interval } from "../../calendar"
import { checkAmount, compare, type Decimal } from "../../money"
import { fillCycles } from "./fill-cycles"
import type { FieldProblem } from "./offer-draft"
import { saving, type Saving } from "./saving"

export interface CalculatorQuestion {
  currencyCode: string
  monthlyPrice: string | number
  cycles: { interval: Interval; percentOff: string | number }[]
}

export interface CalculatedPrice {
  interval: Interval
  amount: Decimal
  saving: Saving | null
}

export type CalculatedPrices = { ok: true; prices: CalculatedPrice[] } | { ok: false; problems: FieldProblem[] }

const PLAIN = /^\d{1,3}(\.\d{1,10})?$/

const isPercent = (input: string | number): boolean => {
  const text = String(input)
  return PLAIN.test(text) && compare(text, "100") <= 0
}

/** The calculator of the admin (B9) with what each price saves (B8), or all that is wrong with the question. */
export function calculatePrices({ currencyCode, monthlyPrice, cycles }: CalculatorQuestion): CalculatedPrices {
  const monthly = checkAmount(monthlyPrice, currencyCode)
  const problems = cycles.flatMap(({ interval, percentOff }, index): FieldProblem[] => {
    const checked = checkInterval(interval)
    return [
      ...(checked.ok ? [] : [{ field: `cycles.${index}.interval`, reason: checked.reason }]),
      ...(isPercent(percentOff)
        ? []
        : [{ field: `cycles.${index}.percent_off`, reason: "must be a percentage from 0 to 100" }]),
    ]
  })
  if (!monthly.ok) {
    return { ok: false, problems: [{ field: "monthly_price", reason: monthly.reason }, ...problems] }
  }
  if (problems.length) {
    return { ok: false, problems }
  }
  const filled = fillCycles(
    monthly.amount,
    cycles.map(({ interval, percentOff }) => ({ interval, percentOff: String(percentOff) })),
    currencyCode,
  )
  const prices = cycles.map(({ interval }, index) => {
    const amount = filled[index] ?? "0"
    return { interval, amount, saving: saving(monthly.amount, amount, interval, currencyCode) }
  })
  return { ok: true, prices }
}
