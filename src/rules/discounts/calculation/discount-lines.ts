import type { Decimal } from "../../money"
import { lineDiscount } from "./line-discount"
import type { LookedOrderDiscount } from "./order-discount"
import { partsOf, type Chosen, type Part, type Shares } from "./parts"
import { hasPersonal, personalRefusal } from "../eligibility/personal"
import type { PricedLine } from "./priced-line"
import { roundLot, type RoundedLot } from "./rounded"
import type { Sale } from "../sale"
import type { Refusal } from "../states"
import { traceArticle, traceOrder, tracePersonal } from "./trace"
import type { DiscountedLine, LineDiscount, LookedAt } from "../types"

export interface SaleContext {
  shares: Shares
  orderDiscounts: readonly LookedOrderDiscount[]
}

/** Why personal percentage and order discounts give nothing to a lot; null where they may. */
interface LotRefusals {
  personal: Refusal | null
  order: Refusal | null
}

/** The answer for each line of a lot, by its place in the sale. */
export function discountLines(chosen: Chosen, context: SaleContext, sale: Sale): Map<number, DiscountedLine> {
  const { lot } = chosen
  const { line } = lot.first
  const fixed = line.isDiscountable ? null : "not_discountable"
  const refusals: LotRefusals = {
    personal: personalRefusal(sale.facts) ?? fixed,
    order: fixed ?? (line.isEligible ? null : "not_eligible"),
  }
  const parts = partsOf(
    {
      chosen,
      shares: context.shares,
      personalPercent: hasPersonal(sale.facts) && refusals.personal === null ? sale.facts.personalPercent : null,
      order: refusals.order === null ? (context.orderDiscounts.find(({ refusal }) => refusal === null) ?? null) : null,
    },
    sale,
  )
  const rounded = roundLot(lot, parts, sale)
  const input = { chosen, context, refusals, parts, rounded }
  return new Map(
    lot.lines.map((priced, index) => [priced.place, lineOf(priced, rounded.lines[index] ?? [], input, sale)]),
  )
}

interface LotInput {
  chosen: Chosen
  context: SaleContext
  refusals: LotRefusals
  parts: readonly Part[]
  rounded: RoundedLot
}

/** `units`: what each part takes off this line, in minor units. */
function lineOf({ line, price }: PricedLine, units: readonly bigint[], input: LotInput, sale: Sale): DiscountedLine {
  const { scale } = sale
  const amounts = units.map((part) => scale.writeUnits(part))
  const discounts: LineDiscount[] = []
  let total = 0n
  input.parts.forEach((part, index) => {
    const taken = units[index] ?? 0n
    total += taken
    if (taken > 0n) {
      discounts.push(lineDiscount(part, amounts[index] ?? scale.nothing))
    }
  })
  return {
    id: line.id,
    price: scale.write(price),
    amount: scale.writeUnits(total),
    discounts,
    trace: traceOf(amounts, input, sale),
    cappedBy: input.rounded.cappedBy,
  }
}

/** Personal percentage, article list, order discounts. What nothing refuses are the lot's parts, in the same order. */
function traceOf(amounts: readonly Decimal[], input: LotInput, { facts, scale }: Sale): LookedAt[] {
  const { chosen, context, refusals, rounded } = input
  const trace: LookedAt[] = []
  let part = 0
  const add = <Of>(
    entry: (of: Of, because: Refusal | null, amount: Decimal) => LookedAt,
    of: Of,
    refusal: Refusal | null,
  ) => {
    const amount = refusal === null ? (amounts[part++] ?? scale.nothing) : scale.nothing
    trace.push(entry(of, refusal ?? (rounded.isFull ? "nothing_left" : null), amount))
  }
  if (facts.personalPercent !== null && hasPersonal(facts)) {
    add(tracePersonal, facts.personalPercent, refusals.personal)
  }
  chosen.looked.forEach((looked) => add(traceArticle, looked, looked.refusal))
  context.orderDiscounts.forEach((looked) => add(traceOrder, looked, looked.refusal ?? refusals.order))
  return trace
}
