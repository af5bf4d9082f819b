import type { CartPlan } from "../../cart"
import { compare, isPositive, min, subtract, sum, taxedAs, type Decimal } from "../../money"

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

/** What the calculation of adjustments needs of an order's line. */
export interface OrderLineFacts {
  id: string
  /** Unit price × quantity. */
  price: Decimal
  isTaxInclusive: boolean
  taxRate: Decimal
  /** Those of the order's last version. */
  adjustments: OrderAdjustmentFacts[]
}

/** A line with its adjustments by source, in the order in which they are taken off: others', ours, promotions'. */
export interface TakenOff {
  line: OrderLineFacts
  others: OrderAdjustmentFacts[]
  ours: OrderAdjustmentFacts[]
  promotions: OrderAdjustmentFacts[]
}

/** How our adjustments are recognized: by provider id, or by the name of a discount that the order has. */
export interface OwnAdjustments {
  provider: string
  names: ReadonlySet<string>
}

type Marked = Partial<Pick<OrderAdjustmentFacts, "code" | "promotion_id" | "provider_id" | "description">>

/**
 * Confirming an edit drops the provider id: an adjustment with one of these names, of no provider and no promotion, is
 * ours, too. Its code is its name, or there is none yet.
 */
export const isOurs = (one: Marked, { provider, names }: OwnAdjustments): boolean =>
  one.provider_id === provider ||
  (!one.provider_id &&
    !one.promotion_id &&
    (!one.code || one.code === one.description) &&
    names.has(one.description ?? ""))

const isPromotions = (one: Marked, mark: OwnAdjustments): boolean =>
  !isOurs(one, mark) && Boolean(one.code || one.promotion_id)

/** Splits each line's adjustments by source; others' never exceed the line's price. */
export function splitAdjustments(lines: OrderLineFacts[], mark: OwnAdjustments): TakenOff[] {
  return lines.map((line) => ({
    line,
    others: withinRest(line, {
      rest: line.price,
      wanted: line.adjustments.filter((one) => !isOurs(one, mark) && !isPromotions(one, mark)),
    }),
    ours: line.adjustments.filter((one) => isOurs(one, mark)).map((one) => ({ ...one, provider_id: mark.provider })),
    promotions: line.adjustments.filter((one) => isPromotions(one, mark)),
  }))
}

/**
 * Gives each line the plan's discounts. Lines of a placed order that its edit does not touch keep the discounts that
 * they were ordered with. `hasCodes`: an order's adjustments have their name as code, a draft's must not, because Medusa
 * takes its codes for promotions'.
 */
export function withDiscounts(
  lines: TakenOff[],
  plan: Pick<CartPlan, "lines">,
  {
    isEvaluated,
    provider,
    hasCodes,
  }: { isEvaluated: (lineId: string) => boolean; provider: string; hasCodes: boolean },
): TakenOff[] {
  const planned = new Map(plan.lines.map((one) => [one.line.id, one.taken]))
  return lines.map((one) => {
    const { id, isTaxInclusive } = one.line
    const ours = (planned.get(id) ?? []).map(({ amount, description }) => ({
      item_id: id,
      amount,
      is_tax_inclusive: isTaxInclusive,
      description,
      code: hasCodes ? description : null,
      promotion_id: null,
      provider_id: provider,
    }))
    return isEvaluated(id) ? { ...one, ours } : one
  })
}

/** What is left of a line for promotions, with or without tax as its price is. */
export const restOf = ({ line, others, ours }: TakenOff): Decimal =>
  subtract(line.price, sum([...others, ...ours].map((one) => asTaxedAs(line, one))))

/** Promotions with their stored amounts, capped to what is left of the line (D19). */
export const withStoredPromotions = (one: TakenOff): TakenOff => ({
  ...one,
  promotions: withinRest(one.line, { rest: restOf(one), wanted: one.promotions }),
})

/** What promotions take off each line, taxed as its price is; by line id. */
export const promotedOf = (lines: readonly TakenOff[]): Map<string, Decimal> =>
  new Map(lines.map(({ line, promotions }) => [line.id, sum(promotions.map((one) => asTaxedAs(line, one)))]))

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

/** An adjustment's amount, with or without tax as the line's price is. */
const asTaxedAs = (line: OrderLineFacts, { amount, is_tax_inclusive }: OrderAdjustmentFacts): Decimal =>
  taxedAs(amount, { isTaxInclusive: is_tax_inclusive, taxRate: line.taxRate }, line)
