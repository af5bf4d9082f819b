import type { Explanation } from "../../cart"
import { evaluateDiscounts } from "../calculation/evaluate-discounts"
import { recurringDiscounts, type RecurringDiscount } from "../renewals/recurring-discount"
import type { DiscountAnswer, DiscountedLine, DiscountFacts, EvaluatedLine } from "../types"
import { compare, isPositive, multiply, type Decimal } from "../../money"

/** A line in a discount record (D22): its evaluation, with the fields that identify the line. */
export interface TracedLine extends DiscountedLine {
  /** The key of the line's identity record, which finds the order's line; null: plain goods have none. */
  key?: string | null
  title: string
  productId: string | null
  variantId: string | null
  unitPrice: Decimal
  quantity: number
  isTaxInclusive: boolean
  /** The discounts that a subscription of this line goes on with (B28). */
  recurring: RecurringDiscount[]
  /** What the cart's stages did to the line, in their order. Left out: nothing. */
  steps?: LineStep[]
}

/** What a stage of a cart did to a line: it made it, or took something off. */
export type LineStep = Omit<Explanation, "lineId">

/** What `discounts_record.trace` holds. Line ids are those of the cart, or of the order where there was no cart. */
export interface DiscountTrace {
  lines: TracedLine[]
  orderValue: Decimal
  used: string[]
  /** In a later version of an order: the lines that its edit touched or removed. The others are as before. */
  changed?: string[]
}

/** Fields of the record that are not evaluated, by line id. */
export interface LineLabels {
  /** As they are now. */
  titles: ReadonlyMap<string, string>
  keys?: ReadonlyMap<string, string>
  /** What the cart's stages did. */
  explanations?: readonly Explanation[]
}

/** What a record stores of an evaluation: its facts and its answer. */
export function traceOfEvaluation(facts: DiscountFacts, answer: DiscountAnswer, labels: LineLabels): DiscountTrace {
  const answered = new Map(answer.lines.map((line) => [line.id, line]))
  const tracing = { facts, onceBilled: linesOnceBilled(facts), alone: linesAlone(facts, answer), labels }
  return {
    lines: facts.lines.flatMap((fact) => {
      const line = answered.get(fact.id)
      return line ? [tracedLine(line, fact, tracing)] : []
    }),
    orderValue: answer.orderValue,
    used: answer.used,
  }
}

interface Tracing {
  facts: DiscountFacts
  onceBilled: Map<string, DiscountedLine>
  alone: Map<string, DiscountedLine>
  labels: LineLabels
}

function tracedLine(
  line: DiscountedLine,
  fact: EvaluatedLine,
  { facts, onceBilled, alone, labels }: Tracing,
): TracedLine {
  const { productId, variantId, unitPrice, quantity, isTaxInclusive } = fact
  const { orderDiscountBase } = facts.settings
  const billed = onceBilled.get(line.id)
  const granted = billed ?? alone.get(line.id) ?? line
  const recurring = recurringDiscounts(granted, { orderDiscountBase, isOnTrial: billed !== undefined })
  const title = labels.titles.get(line.id) ?? ""
  const key = labels.keys?.get(line.id) ?? null
  const steps = stepsOf(line.id, labels.explanations ?? [])
  return {
    ...{ ...line, key, title, productId, variantId, unitPrice, quantity, isTaxInclusive, recurring },
    ...(steps.length ? { steps } : {}),
  }
}

const stepsOf = (id: string, explanations: readonly Explanation[]): LineStep[] =>
  explanations.flatMap(({ lineId, ...step }) => (lineId === id ? [step] : []))

/**
 * Evaluates the lines that are free now (on trial) as renewals will bill them: nothing is left of them to discount now,
 * but their subscriptions get the discounts of this order.
 */
function linesOnceBilled(facts: DiscountFacts): Map<string, DiscountedLine> {
  const free = new Set(facts.lines.filter(isFree).map(({ id }) => id))
  if (!free.size) {
    return new Map()
  }
  const lines = facts.lines.map((line) => (free.has(line.id) ? { ...line, taken: "0" } : line))
  const billed = evaluateDiscounts({ ...facts, lines }).lines.filter(({ id }) => free.has(id))
  return new Map(billed.map((line) => [line.id, line]))
}

/**
 * Lines held back by the store's limits, evaluated without promotions: renewals have no codes (B28), so nothing gives
 * way to them there.
 */
function linesAlone(facts: DiscountFacts, answer: DiscountAnswer): Map<string, DiscountedLine> {
  const isHeld = ({ cappedBy }: DiscountedLine) => cappedBy === "max_discount" || cappedBy === "min_margin"
  return answer.lines.some(isHeld) ? new Map(evaluateDiscounts(facts).lines.map((line) => [line.id, line])) : new Map()
}

const isFree = ({ kind, unitPrice, quantity, taken }: EvaluatedLine): boolean =>
  kind === "article" && isPositive(taken) && compare(taken, multiply(unitPrice, quantity)) >= 0
