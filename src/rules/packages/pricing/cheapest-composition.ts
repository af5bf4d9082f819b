import { multiply, type Decimal } from "../../money"
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
  const digits = Math.max(...[...steps.map(({ price }) => price), further ?? "0"].map(digitsOf))
  const inUnits = (price: Decimal): bigint => BigInt(multiply(price, `1${"0".repeat(digits)}`))
  const found = cheapestInUnits(
    {
      steps: steps.map((step) => ({ duration: step.duration, price: inUnits(step.price) })),
      last: { duration: last.duration, price: inUnits(last.price) },
      further: further === null ? null : inUnits(further),
    },
    duration,
  )
  return multiply(String(found), digits === 0 ? "1" : `0.${"0".repeat(digits - 1)}1`)
}

const digitsOf = (price: Decimal): number => price.split(".")[1]?.length ?? 0

interface Step {
  duration: number
  price: bigint
}

interface TableInUnits {
  steps: Step[]
  last: Step
  further: bigint | null
}

/**
 * In whole units of the prices' last digit: thousands of hours are reckoned in a moment. By hours or days covered: the
 * cheapest composition of any steps, and the cheapest one that has a last step in it.
 */
function cheapestInUnits({ steps, last, further }: TableInUnits, duration: number): bigint {
  const any: bigint[] = [0n]
  const withLast: bigint[] = [last.price]
  for (let covered = 1; covered <= duration; covered++) {
    const withOneLast = at(any, covered - last.duration) + last.price
    let leastWithLast = further === null ? withOneLast : lower(withOneLast, at(withLast, covered - 1) + further)
    // The last step is one of any.
    let least = withOneLast
    for (const step of steps) {
      least = lower(least, at(any, covered - step.duration) + step.price)
      leastWithLast = lower(leastWithLast, at(withLast, covered - step.duration) + step.price)
    }
    any.push(least)
    withLast.push(leastWithLast)
  }
  return lower(at(any, duration), at(withLast, duration))
}

const at = (prices: bigint[], covered: number): bigint => prices[Math.max(0, covered)] ?? 0n

const lower = (one: bigint, other: bigint): bigint => (other < one ? other : one)
