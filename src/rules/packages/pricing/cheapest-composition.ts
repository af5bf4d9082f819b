import { add, compare, multiply, type Decimal } from "../../money"
import type { RateTable } from "../recipes/articles"

/**
 * The price of the cheapest composition of steps that covers at least a number of days or hours (P5). "Each further"
 * counts beyond a last step only: 1 day 50, 2 days 75, each further 20 makes four days 115. Throws RangeError without
 * steps.
 */
export function cheapestComposition({ steps, further }: RateTable, duration: number): Decimal {
  const last = [...steps].sort((a, b) => b.duration - a.duration)[0]
  if (!last) {
    throw new RangeError("a rate table has at least one step")
  }
  const onlyStep = steps.length === 1 && last.duration === 1 && further === null
  if (onlyStep) {
    return multiply(last.price, duration)
  }
  // By units covered: the cheapest composition of any steps, and the cheapest one that has a last step in it.
  const any: Decimal[] = ["0"]
  const withLast: Decimal[] = [last.price]
  for (let units = 1; units <= duration; units++) {
    any.push(cheapest(steps.map((step) => add(at(any, units - step.duration), step.price))))
    withLast.push(
      cheapest([
        add(at(any, units - last.duration), last.price),
        ...(further === null ? [] : [add(at(withLast, units - 1), further)]),
        ...steps.map((step) => add(at(withLast, units - step.duration), step.price)),
      ]),
    )
  }
  return cheapest([at(any, duration), at(withLast, duration)])
}

const at = (prices: Decimal[], units: number): Decimal => prices[Math.max(0, units)] ?? "0"

const cheapest = (prices: Decimal[]): Decimal => prices.reduce((best, one) => (compare(one, best) < 0 ? one : best))
