import fc from "fast-check"
import { addDays, type CivilDate, type Interval } from "../calendar"
import { minorUnits, round, type Decimal } from "../money"

/** One seed for every law, so that a run in CI can be repeated by anybody. */
export const LAW = { seed: 20_261_121, numRuns: 250 }

/** A currency of each number of digits. */
export const currencies = fc.constantFrom("jpy", "eur", "usd", "kwd", "clf")

/** Whole numbers of 10^-digits, as an amount; aimed at zero and at the edges of a unit. */
export const amounts = (range: { min: number; max: number; digits: number }): fc.Arbitrary<Decimal> =>
  fc
    .oneof(
      fc.integer({ min: range.min, max: range.max }),
      fc.constantFrom(...[-1, 0, 1, 5, 10, 49, 50, 51, 99, 100].filter((n) => n >= range.min && n <= range.max)),
    )
    .map((units) => decimalOf(units, range.digits))

/** An amount that can be written in the currency. */
export const moneyIn = (currency: string, most = 10_000_000): fc.Arbitrary<Decimal> =>
  amounts({ min: 0, max: most, digits: minorUnits(currency) }).map((amount) => round(amount, currency))

export function decimalOf(units: number, digits: number): Decimal {
  const text = String(Math.abs(units)).padStart(digits + 1, "0")
  const whole = text.slice(0, text.length - digits)
  return `${units < 0 ? "-" : ""}${whole}${digits > 0 ? `.${text.slice(text.length - digits)}` : ""}`
}

/** Dates of eighty years, month ends and leap days among them. */
export const dates: fc.Arbitrary<CivilDate> = fc.oneof(
  fc.integer({ min: 0, max: 29_219 }).map((days) => addDays("2000-01-01", days)),
  fc.constantFrom("2023-01-31", "2024-02-29", "2024-01-30", "2023-12-31", "2100-02-28", "2000-02-29", "2024-08-31"),
)

export const intervals: fc.Arbitrary<Interval> = fc.oneof(
  fc.constantFrom<Interval>(
    { unit: "month", count: 1 },
    { unit: "month", count: 3 },
    { unit: "year", count: 1 },
    { unit: "week", count: 1 },
    { unit: "day", count: 1 },
  ),
  fc.record({ unit: fc.constantFrom("day", "week", "month", "year"), count: fc.integer({ min: 1, max: 13 }) }),
)
