import type { CartPlan, LineIdentity } from "./cart-plan"

/** Says what lines are, by line id. A section that another room has said before stays beside the new one. */
export function identifyLines(plan: CartPlan, identities: ReadonlyMap<string, LineIdentity>): CartPlan {
  const lines = plan.lines.map((planned) => {
    const said = identities.get(planned.line.id)
    if (!said) {
      return planned
    }
    const { identity: before } = planned
    // The first room to know a line says its kind and its parent; those after it add what they keep of it.
    const identity = before ? { ...before, payload: { ...before.payload, ...said.payload } } : said
    return { ...planned, identity }
  })
  return { ...plan, lines }
}
