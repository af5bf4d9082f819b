import type { CartPlan } from "../../cart"
import { add, compare, isPositive, min, multiply, quotient, subtract, sum, type Decimal } from "../../money"

/** An adjustment of an order's line, with the names that Medusa's orders take. */
export interface OrderAdjustmentFacts {
  item_id: string
  amount: Decimal
  is_tax_inclusive: boolean
  description: string | null
  code: string | null
  promotion_id: string | null
  provider_id: string | null
}

/** A line of an order, as far as what is taken off it wants to know it. */
export interface OrderLineFacts {
  id: string
  /** Unit price × quantity. */
  price: Decimal
  isTaxInclusive: boolean
  taxRate: Decimal
  /** Those of the order's last version. */
  adjustments: OrderAdjustmentFacts[]
}

/** A line by who takes what off it, in the order in which it is taken: others', ours, promotions'. */
export interface TakenOff {
  line: OrderLineFacts
  others: OrderAdjustmentFacts[]
  ours: OrderAdjustmentFacts[]
  promotions: OrderAdjustmentFacts[]
}

/** By what ours are known: their mark, and without it the name of a discount that the order was sold with. */
export interface OurMark {
  provider: string
  names: ReadonlySet<string>
}

type Marked = Partial<Pick<OrderAdjustmentFacts, "code" | "promotion_id" | "provider_id" | "description">>

/** Confirming an edit drops the mark: what has neither mark nor code, and one of these names, is ours as well. */
export const isOurs = (one: Marked, { provider, names }: OurMark): boolean =>
  one.provider_id === provider || (!one.provider_id && !isPromotions(one) && names.has(one.description ?? ""))

const isPromotions = ({ code, promotion_id }: Marked): boolean => Boolean(code || promotion_id)

/** What is off each line already, as far as it is neither ours nor a promotion's; never more than the line's price. */
export function splitByTaker(lines: OrderLineFacts[], mark: OurMark): TakenOff[] {
  return lines.map((line) => ({
    line,
    others: withinRest(line, {
      rest: line.price,
      wanted: line.adjustments.filter((one) => !isOurs(one, mark) && !isPromotions(one)),
    }),
    ours: line.adjustments.filter((one) => isOurs(one, mark)).map((one) => ({ ...one, provider_id: mark.provider })),
    promotions: line.adjustments.filter(isPromotions),
  }))
}

/**
 * Gives each line what the plan takes off it. The lines of a placed order that its edit does not touch keep what they
 * were given: it was sold so.
 */
export function withDiscounts(
  lines: TakenOff[],
  plan: Pick<CartPlan, "lines">,
  { isEvaluated, provider }: { isEvaluated: (lineId: string) => boolean; provider: string },
): TakenOff[] {
  const planned = new Map(plan.lines.map((one) => [one.line.id, one.taken]))
  return lines.map((one) => {
    const { id, isTaxInclusive } = one.line
    const ours = (planned.get(id) ?? []).map(({ amount, description }) => ({
      item_id: id,
      amount,
      is_tax_inclusive: isTaxInclusive,
      description,
      code: null,
      promotion_id: null,
      provider_id: provider,
    }))
    return isEvaluated(id) ? { ...one, ours } : one
  })
}

/** What is left of a line for promotions, in the way that its price is taxed. */
export const restOf = ({ line, others, ours }: TakenOff): Decimal =>
  subtract(line.price, sum([...others, ...ours].map((one) => asTaxedAs(line, one))))

/** Promotions' amounts as they were, as far as there is something left for them (D19). */
export const withStoredPromotions = (one: TakenOff): TakenOff => ({
  ...one,
  promotions: withinRest(one.line, { rest: restOf(one), wanted: one.promotions }),
})

export const adjustmentsOf = ({ others, ours, promotions }: TakenOff): OrderAdjustmentFacts[] => [
  ...others,
  ...ours,
  ...promotions,
]

function withinRest(
  line: OrderLineFacts,
  { rest, wanted }: { rest: Decimal; wanted: OrderAdjustmentFacts[] },
): OrderAdjustmentFacts[] {
  let left = rest
  return wanted.flatMap((one) => {
    const amount = asTaxedAs(line, one)
    const taken = min(amount, left)
    left = subtract(left, taken)
    if (!isPositive(taken)) {
      return []
    }
    return compare(taken, amount) === 0 ? [one] : [{ ...one, amount: taken, is_tax_inclusive: line.isTaxInclusive }]
  })
}

/** An adjustment's amount in the way that the line's price is taxed. */
function asTaxedAs(line: OrderLineFacts, { amount, is_tax_inclusive }: OrderAdjustmentFacts): Decimal {
  const factor = add("1", multiply(line.taxRate, "0.01"))
  if (is_tax_inclusive === line.isTaxInclusive) {
    return amount
  }
  return is_tax_inclusive ? quotient(amount, factor) : multiply(amount, factor)
}
