import type { MedusaContainer } from "@medusajs/framework/types"
import { CART_STAGES, type CartPlan, type CartStageName } from "../../rules/cart"
import type { CartRoom, StageInput, StageOutcome } from "./cart-stage"

export interface StagesRun {
  plan: CartPlan
  /** What the rooms want to take at a completion, in the order of the stages. */
  takes: { room: string; take: NonNullable<StageOutcome["take"]> }[]
}

/** Runs the rooms' stages in the written order, each on what those before it have planned. */
export async function runStages(
  container: MedusaContainer,
  input: StageInput,
  { rooms, stages }: { rooms: CartRoom[]; stages: readonly CartStageName[] },
): Promise<StagesRun> {
  let run: StagesRun = { plan: input.plan, takes: [] }
  for (const name of CART_STAGES.filter((stage) => stages.includes(stage))) {
    for (const { room, stages: own } of rooms) {
      for (const stage of own.filter((one) => one.name === name)) {
        const { plan, take } = await stage.run(container, { ...input, plan: run.plan })
        run = { plan, takes: take ? [...run.takes, { room, take }] : run.takes }
      }
    }
  }
  return run
}
