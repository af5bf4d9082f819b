import { CYCLE_OPTION_TITLE } from "./plan-cycle-option"
import type { DefaultNames, OfferFacts, PlannedCycle } from "./plan-offer-types"

/** What Medusa's admin calls the one variant of a product that is created without variants. */
const VARIANT = "Default variant"
const OPTION = "Default option"
const VALUE = "Default option value"

/**
 * A variant that nobody has named becomes a cycle: it gets the cycle's name, and so does the value that it differs by.
 * An option that other products may share keeps its name. Null: there is nothing to name.
 */
export function planDefaultNames(
  cycles: readonly PlannedCycle[],
  facts: OfferFacts,
  titleOf: (cycle: PlannedCycle) => string,
): DefaultNames | null {
  const variant = facts.variants.find(
    ({ id, title }) => title === VARIANT && cycles.some((cycle) => cycle.variantId === id),
  )
  const cycle = variant && cycles.find(({ variantId }) => variantId === variant.id)
  if (!variant || !cycle) {
    return null
  }
  const title = titleOf(cycle)
  const [option, ...others] = facts.options
  const value = option?.values.find((one) => one.value === VALUE && variant.valueIds.includes(one.id))
  const isOwn = option?.isExclusive && option.title === OPTION && !others.length
  const isFree = !option?.values.some((one) => one.value === title)
  return {
    variant: { id: variant.id, title },
    option:
      isOwn && value && isFree ? { id: option.id, title: CYCLE_OPTION_TITLE, valueId: value.id, value: title } : null,
  }
}
