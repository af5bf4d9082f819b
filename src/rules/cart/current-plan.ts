import { identifiedLines, type CartFacts, type CartPlan } from "./cart-plan"
import { stageOfProvider, stagesBefore, type CartStageName } from "./cart-stages"

const NO_IDS = { recordId: () => "", lineId: () => "", key: () => "" }

/**
 * The plan of an unchanged cart before a stage: all its lines with their identities and what earlier stages have taken
 * off. Code that runs one stage alone starts from it.
 */
export function currentPlan(cart: CartFacts, before: CartStageName): CartPlan {
  const lines = identifiedLines(cart).map((planned) => ({
    ...planned,
    taken: planned.line.adjustments.flatMap(({ provider, amount, description }) => {
      const stage = stageOfProvider(provider)
      return stage && isBefore(stage, before) ? [{ stage, amount, description: description ?? "" }] : []
    }),
  }))
  return { cart, ids: NO_IDS, lines, explanations: [] }
}

const isBefore = (stage: CartStageName, other: CartStageName): boolean => stagesBefore(other).includes(stage)
