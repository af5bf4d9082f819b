import type { Decimal } from "../money"
import type { CartPlan } from "./cart-plan"
import type { CartStageName } from "./cart-stages"

/** An amount to take off a line; with tax in it if the line's price has. */
export interface TakeOff {
  lineId: string
  amount: Decimal
  /** The text shown to the buyer. */
  description: string
}

/** Takes amounts off lines of a plan, and explains them. */
export function takeOff(
  plan: CartPlan,
  { stage, room }: { stage: CartStageName; room: string },
  amounts: TakeOff[],
): CartPlan {
  if (!amounts.length) {
    return plan
  }
  const lines = plan.lines.map((planned) => {
    const own = amounts.filter(({ lineId }) => lineId === planned.line.id)
    const taken = own.map(({ amount, description }) => ({ stage, amount, description }))
    return taken.length ? { ...planned, taken: [...planned.taken, ...taken] } : planned
  })
  const explanations = amounts.map((one) => ({ stage, room, did: "took" as const, ...one }))
  return { ...plan, lines, explanations: [...plan.explanations, ...explanations] }
}
