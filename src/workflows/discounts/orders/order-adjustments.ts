import { MathBN } from "@medusajs/framework/utils"
import { add, compare, isPositive, min, multiply, quotient, subtract, sum, type Decimal } from "../../../rules/money"
import type { CartPlan, TakenAmount } from "../../../rules/cart"
import { decimalOf } from "../cart/discount-sale"
import { quantityOf, taxRateOf, unitPriceOf } from "../cart/sale-lines"
import { DISCOUNT_PROVIDER } from "../cart/discount-provider"
import type { OrderAdjustment, OrderItem, OrderState } from "./order-state"

/** An adjustment of an order's line as it is to be. */
export interface NewOrderAdjustment {
  item_id: string
  amount: Decimal
  is_tax_inclusive: boolean
  description: string | null
  code: string | null
  promotion_id: string | null
  provider_id: string | null
}

/** The lines of an order by who takes what off them, in the order in which it is taken: others', ours, promotions'. */
export interface TakenOff {
  item: OrderItem
  price: Decimal
  others: NewOrderAdjustment[]
  ours: NewOrderAdjustment[]
  promotions: NewOrderAdjustment[]
}

/**
 * Ours are told by their mark. Confirming an edit drops it: what has neither mark nor code, and the name of a discount
 * that the order was sold with, is ours as well.
 */
export const isOurs = (one: OrderAdjustment, names: ReadonlySet<string>): boolean =>
  one.provider_id === DISCOUNT_PROVIDER || (!one.provider_id && !isPromotions(one) && names.has(one.description ?? ""))

const isPromotions = ({ code, promotion_id }: OrderAdjustment): boolean => Boolean(code || promotion_id)

export const priceOf = (item: OrderItem): Decimal => multiply(unitPriceOf(item), quantityOf(item))

/** What is off each line already, as far as it is neither ours nor a promotion's; never more than the line's price. */
export function splitByTaker(state: OrderState, names: ReadonlySet<string>): TakenOff[] {
  return state.items.map((item) => {
    const price = priceOf(item)
    const others = item.adjustments.filter((one) => !isOurs(one, names) && !isPromotions(one))
    return {
      item,
      price,
      others: withinRest(item, { rest: price, wanted: others.map((one) => asNew(item, one)) }),
      ours: item.adjustments
        .filter((one) => isOurs(one, names))
        .map((one) => ({ ...asNew(item, one), provider_id: DISCOUNT_PROVIDER })),
      promotions: item.adjustments.filter(isPromotions).map((one) => asNew(item, one)),
    }
  })
}

/**
 * Gives each line what the plan takes off it. The lines of a placed order that its edit does not touch keep what they
 * were given: it was sold so.
 */
export function withDiscounts(lines: TakenOff[], { state, plan }: { state: OrderState; plan: CartPlan }): TakenOff[] {
  const planned = new Map(plan.lines.map((one) => [one.line.id, one]))
  return lines.map((line) =>
    isJudged(state, line.item.id)
      ? { ...line, ours: (planned.get(line.item.id)?.taken ?? []).map((one) => asOurs(line.item, one)) }
      : line,
  )
}

const asOurs = (item: OrderItem, { amount, description }: TakenAmount): NewOrderAdjustment => ({
  item_id: item.id,
  amount,
  is_tax_inclusive: isTaxInclusive(item),
  description,
  code: null,
  promotion_id: null,
  provider_id: DISCOUNT_PROVIDER,
})

/** A draft is judged whole, as a cart is; of a placed order what its edit touches. */
export const isJudged = ({ order, change }: OrderState, lineId: string): boolean =>
  order.is_draft_order || (change?.touched.has(lineId) ?? false)

/** What is left of a line for promotions, in the way that its price is taxed. */
export const restOf = ({ item, price, others, ours }: TakenOff): Decimal =>
  subtract(price, sum([...others, ...ours].map((one) => asTaxedAs(item, one))))

/** Promotions' amounts as they were, as far as there is something left for them (D19). */
export const withPromotionsKept = (line: TakenOff): TakenOff => ({
  ...line,
  promotions: withinRest(line.item, { rest: restOf(line), wanted: line.promotions }),
})

export const adjustmentsOf = ({ others, ours, promotions }: TakenOff): NewOrderAdjustment[] => [
  ...others,
  ...ours,
  ...promotions,
]

function withinRest(
  item: OrderItem,
  { rest, wanted }: { rest: Decimal; wanted: NewOrderAdjustment[] },
): NewOrderAdjustment[] {
  let left = rest
  return wanted.flatMap((one) => {
    const amount = asTaxedAs(item, one)
    const taken = min(amount, left)
    left = subtract(left, taken)
    if (!isPositive(taken)) {
      return []
    }
    return compare(taken, amount) === 0 ? [one] : [{ ...one, amount: taken, is_tax_inclusive: isTaxInclusive(item) }]
  })
}

/** An adjustment's amount in the way that the line's price is taxed. */
function asTaxedAs(item: OrderItem, { amount, is_tax_inclusive }: NewOrderAdjustment): Decimal {
  const factor = add("1", multiply(taxRateOf(item), "0.01"))
  if (is_tax_inclusive === isTaxInclusive(item)) {
    return amount
  }
  return is_tax_inclusive ? quotient(amount, factor) : multiply(amount, factor)
}

export const isTaxInclusive = (item: OrderItem): boolean => item.is_tax_inclusive ?? false

const asNew = (item: OrderItem, one: OrderAdjustment): NewOrderAdjustment => ({
  item_id: item.id,
  amount: decimalOf(one.amount, one.raw_amount),
  is_tax_inclusive: one.is_tax_inclusive ?? false,
  description: one.description ?? null,
  code: one.code ?? null,
  promotion_id: one.promotion_id ?? null,
  provider_id: one.provider_id ?? null,
})

const COMPARED_DIGITS = 10

/** Whether lines have these adjustments and no others; an edit's own have lost their mark or still have it. */
export function isSame(wanted: NewOrderAdjustment[], found: OrderAdjustment[] | undefined): boolean {
  const words = (one: NewOrderAdjustment | OrderAdjustment): string =>
    JSON.stringify([
      one.code ?? null,
      one.description ?? null,
      one.is_tax_inclusive ?? false,
      // A promotion's third of an amount is stored with so many digits only.
      MathBN.convert(
        decimalOf(one.amount, "raw_amount" in one ? one.raw_amount : undefined),
        COMPARED_DIGITS,
      ).toFixed(),
    ])
  const sorted = (list: (NewOrderAdjustment | OrderAdjustment)[]): string => list.map(words).sort().join()
  return sorted(wanted) === sorted(found ?? [])
}
