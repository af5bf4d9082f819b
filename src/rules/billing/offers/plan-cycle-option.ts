import type { FieldProblem } from "./offer-draft"
import type { OfferFacts, OptionFacts, OptionPlan } from "./plan-offer-types"

/** The name of the product option for its cycles, if the product has none. */
export const CYCLE_OPTION_TITLE = "Billing cycle"

export interface NewVariantRequest {
  /** Place in the list of cycles. */
  index: number
  title: string
}

export interface CycleOptionQuestion {
  facts: OfferFacts
  /** The variants that cycles have already. */
  kept: string[]
  requests: NewVariantRequest[]
}

export interface CycleOptionPlan {
  option: OptionPlan | null
  /** By place in the list of cycles: a value for each option of the product. */
  valuesOf: Map<number, Record<string, string>>
}

/** The option that the kept variants already differ by, if the product has only that one. */
const sharedOption = (facts: OfferFacts, keptIds: string[]): OptionFacts | undefined => {
  const [only, ...others] = facts.options
  const kept = facts.variants.filter((variant) => keptIds.includes(variant.id))
  const usesIt = only && kept.some((variant) => only.values.some((value) => variant.valueIds.includes(value.id)))
  return usesIt && others.length === 0 ? only : undefined
}

/**
 * Which option gets the names of the new cycles as values, and what the new variants say for the product's other
 * options: the only value that there is. Where there are several, the merchant has to name a variant.
 */
export function planCycleOption(
  { facts, kept, requests }: CycleOptionQuestion,
  problems: FieldProblem[],
): CycleOptionPlan {
  if (!requests.length) {
    return { option: null, valuesOf: new Map() }
  }
  const byTitle = facts.options.find((option) => option.title.toLowerCase() === CYCLE_OPTION_TITLE.toLowerCase())
  const cycleOption = byTitle ?? sharedOption(facts, kept)
  const fixed: Record<string, string> = {}
  for (const option of facts.options.filter((one) => one !== cycleOption)) {
    const [only, ...others] = option.values
    if (!only || others.length) {
      const reason = `must name a variant of the product: it has the option "${option.title}" to choose from, too`
      problems.push(...requests.map(({ index }) => ({ field: `cycles.${index}.variant_id`, reason })))
    } else {
      fixed[option.title] = only.value
    }
  }
  const title = cycleOption?.title ?? CYCLE_OPTION_TITLE
  const values = requests.map((request) => request.title)
  const fresh = values.filter((value) => !cycleOption?.values.some((one) => one.value === value))
  const valuesOf = new Map(requests.map((request) => [request.index, { ...fixed, [title]: request.title }]))
  if (!cycleOption) {
    return { option: { kind: "create", title, values }, valuesOf }
  }
  return { option: fresh.length ? { kind: "extend", optionId: cycleOption.id, values: fresh } : null, valuesOf }
}
