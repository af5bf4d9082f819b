import {
  evaluateDiscounts,
  type DiscountFacts,
  type DiscountType,
  type TraceEntry,
  type EvaluatedLine,
} from "../discounts"
import { articleDiscount, discountFacts, rule, evaluatedLine } from "./discounts"

export const evaluate = (changes: Partial<DiscountFacts>) => evaluateDiscounts(discountFacts(changes))

/** What is taken off each line. */
export const amountsOf = (changes: Partial<DiscountFacts>) => evaluate(changes).lines.map(({ amount }) => amount)

export const traceOf = (changes: Partial<DiscountFacts>, place = 0): TraceEntry[] =>
  evaluate(changes).lines[place]?.trace ?? []

/** The outcome of each discount that was checked for the first line. */
export const reasonsOf = (changes: Partial<DiscountFacts>) =>
  traceOf(changes).map(({ discountId, outcome, reason }) => `${discountId}: ${reason ?? outcome}`)

/** What each discount takes off each line. */
export const componentsOf = (changes: Partial<DiscountFacts>) =>
  evaluate(changes).lines.map(({ discounts }) => discounts.map(({ discountId, amount }) => `${discountId} ${amount}`))

/** A percentage off for everyone, whatever the quantity. */
export const percent = (id: string, value: string, type: DiscountType = "cumulative") =>
  articleDiscount({ id, type, rules: [rule({ value })] })

export const fixed = (value: string, changes: Parameters<typeof rule>[0] = {}) =>
  articleDiscount({ rules: [rule({ mode: "fixed", value, currencyCode: "eur", ...changes })] })

/** Lines, each of its own product and variant. */
export const articles = (...lines: Partial<EvaluatedLine>[]): EvaluatedLine[] =>
  lines.map((line, index) => evaluatedLine({ id: `${index}`, variantId: `v${index}`, productId: `p${index}`, ...line }))

/** A range of an order discount. */
export const range = (min: string | null, max: string | null, value: string) => ({
  currencyCode: "eur",
  min,
  max,
  percent: value,
})

export const eligible = evaluatedLine({ isEligible: true })
