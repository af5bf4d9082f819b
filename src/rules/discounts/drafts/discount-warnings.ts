import type { DraftBounds } from "./check-bounds"
import type { DiscountDraft, DraftRule, OrderDiscountDraft } from "./discount-draft"
import { findGaps, type Gap } from "./find-gaps"
import { overlaps } from "./overlaps"
import type { Problem } from "../types"

/** Warnings about a valid article discount: rules that overlap, and gaps. */
export function discountWarnings({ rules }: Pick<DiscountDraft, "rules">): Problem[] {
  const sets = ruleSets(rules).map(({ trigger, currencyCode, rules: ofSet }) =>
    gapWarnings("rules", findGaps(ofSet, currencyCode ?? "usd", trigger), currencyCode),
  )
  return [...rules.flatMap((rule, index) => overlapWarnings(rules, rule, index)), ...sets.flat()]
}

/** The gaps between an order discount's ranges (D2); overlaps are refused. */
export function orderDiscountWarnings({ ranges }: Pick<OrderDiscountDraft, "ranges">): Problem[] {
  const currencies = [...new Set(ranges.map(({ currencyCode }) => currencyCode.toLowerCase()))]
  return currencies.flatMap((code) => {
    const ofCurrency: DraftBounds[] = ranges.filter(({ currencyCode }) => currencyCode.toLowerCase() === code)
    return gapWarnings("ranges", findGaps(ofCurrency, code, "amount"), code)
  })
}

const gapWarnings = (field: string, gaps: readonly Gap[], currencyCode: string | null): Problem[] =>
  gaps.map(({ from, to }) => {
    const values = from === to ? from : `${from} to ${to}`
    return { field, reason: `nothing is given for ${currencyCode ? `${currencyCode.toUpperCase()} ` : ""}${values}` }
  })

/** The first rule that matches wins (D13): a later one is shadowed where it overlaps. */
function overlapWarnings(rules: readonly DraftRule[], rule: DraftRule, index: number): Problem[] {
  const earlier = rules.slice(0, index).findIndex((other) => areOfOneSet(other, rule) && overlaps(other, rule))
  return earlier < 0
    ? []
    : [{ field: `rules.${index}.min`, reason: `overlaps rule ${earlier + 1}, which is tried first` }]
}

const codeOf = ({ currencyCode }: DraftRule): string | null => currencyCode?.toLowerCase() ?? null

function areOfOneSet(a: DraftRule, b: DraftRule): boolean {
  const [one, other] = [codeOf(a), codeOf(b)]
  return a.trigger === b.trigger && (one === null || other === null || one === other)
}

interface RuleSet {
  trigger: "amount" | "quantity"
  currencyCode: string | null
  rules: DraftRule[]
}

/** The rules that are tried together: of one trigger, in one currency, with those that hold in all. */
function ruleSets(rules: readonly DraftRule[]): RuleSet[] {
  return (["amount", "quantity"] as const).flatMap((trigger) => {
    const ofTrigger = rules.filter((rule) => rule.trigger === trigger)
    const codes = [...new Set(ofTrigger.flatMap((rule) => codeOf(rule) ?? []))]
    return (codes.length ? codes : [null]).map((currencyCode) => ({
      trigger,
      currencyCode,
      rules: ofTrigger.filter((rule) => codeOf(rule) === null || codeOf(rule) === currencyCode),
    }))
  })
}
