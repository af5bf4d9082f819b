import type { Decimal } from "../../money"
import { lineDiscount } from "./line-discount"
import type { CheckedOrderDiscount } from "./order-discount"
import { componentsOf, type Chosen, type Component, type Shares } from "./components"
import { hasPersonal, personalRefusal } from "../eligibility/personal"
import type { PricedLine } from "./priced-line"
import { roundGroup, type RoundedGroup } from "./rounded"
import type { Evaluation } from "../evaluation"
import type { Refusal } from "../states"
import { traceArticle, traceOrder, tracePersonal } from "./trace"
import type { DiscountedLine, GrantedDiscount, LineDiscount, TraceEntry } from "../types"

export interface OrderContext {
  shares: Shares
  orderDiscounts: readonly CheckedOrderDiscount[]
}

/** Why personal percentage and order discounts give nothing to a rounding group; null where they may. */
interface GroupRefusals {
  personal: Refusal | null
  order: Refusal | null
}

/** The answer for each line of a rounding group, by its index among the evaluated lines. */
export function discountLines(
  chosen: Chosen,
  context: OrderContext,
  evaluation: Evaluation,
): Map<number, DiscountedLine> {
  const { roundingGroup } = chosen
  const { line } = roundingGroup.first
  const fixed = line.isDiscountable ? null : "not_discountable"
  const refusals: GroupRefusals = {
    personal: personalRefusal(evaluation.facts) ?? fixed,
    order: fixed ?? (line.isEligible ? null : "not_eligible"),
  }
  const components = componentsOf(
    {
      chosen,
      shares: context.shares,
      personalPercent:
        hasPersonal(evaluation.facts) && refusals.personal === null ? evaluation.facts.personalPercent : null,
      order: refusals.order === null ? (context.orderDiscounts.find(({ refusal }) => refusal === null) ?? null) : null,
    },
    evaluation,
  )
  const rounded = roundGroup(roundingGroup, components, evaluation)
  const input = { chosen, context, refusals, components, rounded }
  return new Map(
    roundingGroup.lines.map((priced, index) => [
      priced.place,
      lineOf(priced, rounded.lines[index] ?? [], input, evaluation),
    ]),
  )
}

interface GroupInput {
  chosen: Chosen
  context: OrderContext
  refusals: GroupRefusals
  components: readonly Component[]
  rounded: RoundedGroup
}

/** `units`: what each component takes off this line, in minor units. */
function lineOf(
  { line, price }: PricedLine,
  units: readonly bigint[],
  input: GroupInput,
  evaluation: Evaluation,
): DiscountedLine {
  const { fixedPoint } = evaluation
  const amounts = units.map((component) => fixedPoint.writeUnits(component))
  const discounts: LineDiscount[] = []
  const ofBundle: GrantedDiscount[] = []
  let total = 0n
  input.components.forEach((component, index) => {
    const taken = units[index] ?? 0n
    total += taken
    if (taken > 0n) {
      discounts.push(lineDiscount(component, amounts[index] ?? fixedPoint.nothing))
    }
    if (component.source === "article" && component.ofBundle) {
      const { amount: _share, ...granted } = lineDiscount(component, fixedPoint.nothing)
      ofBundle.push(granted)
    }
  })
  return {
    id: line.id,
    price: fixedPoint.write(price),
    amount: fixedPoint.writeUnits(total),
    discounts,
    trace: traceOf(amounts, input, evaluation),
    cappedBy: input.rounded.cappedBy,
    ...(ofBundle.length ? { ofBundle } : {}),
  }
}

/**
 * Personal percentage, article list, order discounts. Those that are not refused are the rounding group's components,
 * in the same order.
 */
function traceOf(amounts: readonly Decimal[], input: GroupInput, { facts, fixedPoint }: Evaluation): TraceEntry[] {
  const { chosen, context, refusals, rounded } = input
  const trace: TraceEntry[] = []
  let component = 0
  const add = <Of>(
    entry: (of: Of, reason: Refusal | null, amount: Decimal) => TraceEntry,
    of: Of,
    refusal: Refusal | null,
  ) => {
    const amount = refusal === null ? (amounts[component++] ?? fixedPoint.nothing) : fixedPoint.nothing
    trace.push(entry(of, refusal ?? (rounded.isFull ? "nothing_left" : null), amount))
  }
  if (facts.personalPercent !== null && hasPersonal(facts)) {
    add(tracePersonal, facts.personalPercent, refusals.personal)
  }
  chosen.checked.forEach((checked) => add(traceArticle, checked, checked.refusal))
  chosen.ofBundle?.forEach(({ checked }) => add(traceArticle, checked, checked.refusal))
  context.orderDiscounts.forEach((checked) => add(traceOrder, checked, checked.refusal ?? refusals.order))
  return trace
}
