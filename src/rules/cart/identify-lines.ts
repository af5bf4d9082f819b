import type { CartPlan, LineIdentity } from "./cart-plan"

/** Sets the identities of lines, by line id. Payload sections of other rooms are kept. */
export function identifyLines(plan: CartPlan, identities: ReadonlyMap<string, LineIdentity>): CartPlan {
  const lines = plan.lines.map((planned) => {
    const identified = identities.get(planned.line.id)
    if (!identified) {
      return planned
    }
    const { identity: before } = planned
    // The first room sets kind and parent; later rooms only add their payload.
    const identity = before ? { ...before, payload: { ...before.payload, ...identified.payload } } : identified
    return { ...planned, identity }
  })
  return { ...plan, lines }
}
