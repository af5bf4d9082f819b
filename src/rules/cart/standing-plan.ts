import { asItStands, type CartFacts, type CartPlan, type LineIdentity } from "./cart-plan"
import { CART_STAGES, stageOfProvider, type CartStageName } from "./cart-stages"
import type { LineRecord } from "./line-record"

const NO_IDS = { recordId: () => "", lineId: () => "", key: () => "" }

/**
 * A cart at rest as the plan of its last refresh has it before a stage: with all its lines, what they were said to be,
 * and what the stages before have taken off. Whoever looks at one stage alone goes on from here.
 */
export function standingPlan(cart: CartFacts, before: CartStageName): CartPlan {
  const records = new Map(cart.records.map((record) => [record.lineId, record]))
  const lineOf = new Map(cart.records.map((record) => [record.id, record.lineId]))
  const lines = cart.lines.map((line) => {
    const record = records.get(line.id) ?? null
    return {
      ...asItStands(line, record),
      identity: record && identityOf(record, lineOf),
      taken: line.adjustments.flatMap(({ provider, amount, description }) => {
        const stage = stageOfProvider(provider)
        return stage && isBefore(stage, before) ? [{ stage, amount, description: description ?? "" }] : []
      }),
    }
  })
  return { cart, ids: NO_IDS, lines, explanations: [] }
}

const isBefore = (stage: CartStageName, other: CartStageName): boolean =>
  CART_STAGES.indexOf(stage) < CART_STAGES.indexOf(other)

const identityOf = (
  { room, kind, parentId, payload }: LineRecord,
  lineOf: ReadonlyMap<string, string>,
): LineIdentity => ({
  room,
  kind,
  parentLineId: parentId === null ? null : (lineOf.get(parentId) ?? parentId),
  payload,
})
