import { identifiedLines, type CartFacts, type CartPlan } from "./cart-plan"
import { CART_STAGES, stageOfProvider, type CartStageName } from "./cart-stages"

const NO_IDS = { recordId: () => "", lineId: () => "", key: () => "" }

/**
 * A cart at rest as the plan of its last refresh has it before a stage: with all its lines, what they were said to be,
 * and what the stages before have taken off. Whoever looks at one stage alone goes on from here.
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

const isBefore = (stage: CartStageName, other: CartStageName): boolean =>
  CART_STAGES.indexOf(stage) < CART_STAGES.indexOf(other)
