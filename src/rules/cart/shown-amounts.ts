import { isPositive, sum, taxedAs, type Decimal } from "../money"
import type { CartLine, LineAdjustment } from "./cart-line"
import { stageOfProvider, type CartStageName } from "./cart-stages"

/** What promotions take off the lines, as the cart shows it; by line id, taxed as each line's price is. */
export const shownPromotions = (lines: readonly CartLine[]): Map<string, Decimal> =>
  amountsOf(lines, ({ code }) => Boolean(code))

/** What a stage's adjustments take off the lines, as the cart shows it. */
export const shownTaken = (lines: readonly CartLine[], stage: CartStageName): Map<string, Decimal> =>
  amountsOf(lines, ({ code, provider }) => !code && stageOfProvider(provider) === stage)

function amountsOf(lines: readonly CartLine[], isIt: (one: LineAdjustment) => boolean): Map<string, Decimal> {
  const amounts = lines.map((line) => {
    const { taxRate } = line
    const own = line.adjustments.filter(isIt)
    return [line.id, sum(own.map((one) => taxedAs(one.amount, { ...one, taxRate }, line)))] as const
  })
  return new Map(amounts.filter(([, amount]) => isPositive(amount)))
}
