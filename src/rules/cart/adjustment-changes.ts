import { compare, type Decimal } from "../money"
import type { LineAdjustment } from "./cart-line"
import type { CartPlan } from "./cart-plan"
import { providerOfStage, stageOfProvider, type CartStageName } from "./cart-stages"

/** A planned adjustment. Without a code, because Medusa removes adjustments with one on each refresh. */
export interface NewAdjustment {
  lineId: string
  stage: CartStageName
  amount: Decimal
  isTaxInclusive: boolean
  description: string
  provider: string
}

export interface AdjustmentChanges {
  add: NewAdjustment[]
  /** Ids of adjustments of these stages that are no longer wanted. */
  remove: { id: string; stage: CartStageName }[]
}

/** The changes after which the lines have exactly the adjustments of these stages. */
export function adjustmentChanges(plan: CartPlan, stages: readonly CartStageName[]): AdjustmentChanges {
  const changes: AdjustmentChanges = { add: [], remove: [] }
  for (const { line, current, taken } of plan.lines) {
    const left = (current?.adjustments ?? []).filter(({ provider }) => isOf(stages, stageOfProvider(provider)))
    const isTaxInclusive = line.isTaxInclusive
    for (const { stage, amount, description } of taken.filter((one) => isOf(stages, one.stage))) {
      const wanted = { lineId: line.id, stage, amount, isTaxInclusive, description, provider: providerOfStage(stage) }
      const same = left.findIndex((one) => isSame(one, wanted))
      if (same < 0) {
        changes.add.push(wanted)
      } else {
        left.splice(same, 1)
      }
    }
    changes.remove.push(...left.flatMap(removal))
  }
  return changes
}

const isOf = (stages: readonly CartStageName[], stage: CartStageName | null): boolean =>
  stage !== null && stages.includes(stage)

function removal({ id, provider }: LineAdjustment): AdjustmentChanges["remove"] {
  const stage = stageOfProvider(provider)
  return id !== null && stage !== null ? [{ id, stage }] : []
}

const isSame = (stored: LineAdjustment, wanted: NewAdjustment): boolean =>
  !stored.code &&
  stored.provider === wanted.provider &&
  compare(stored.amount, wanted.amount) === 0 &&
  stored.isTaxInclusive === wanted.isTaxInclusive &&
  stored.description === wanted.description
