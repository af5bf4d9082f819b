import type { MedusaContainer } from "@medusajs/framework/types"
import { CART_STAGES, type CartPlan, type CartStageName } from "../../rules/cart"
import type { CartRoom, StageInput, StageOutcome } from "./cart-stage"

export interface StagesRun {
  plan: CartPlan
  /** What the rooms reserve at completion, in the order of the stages. */
  reservations: { room: string; reserve: NonNullable<StageOutcome["reserve"]> }[]
}

/** Runs the rooms' stages in the order of `CART_STAGES`, each on the plan of the previous one. */
export async function runStages(
  container: MedusaContainer,
  input: StageInput,
  { rooms, stages }: { rooms: CartRoom[]; stages: readonly CartStageName[] },
): Promise<StagesRun> {
  let run: StagesRun = { plan: input.plan, reservations: [] }
  for (const name of CART_STAGES.filter((stage) => stages.includes(stage))) {
    for (const { room, stages: own } of rooms) {
      for (const stage of own.filter((one) => one.name === name)) {
        const { plan, reserve } = await stage.run(container, { ...input, plan: run.plan })
        run = { plan, reservations: reserve ? [...run.reservations, { room, reserve }] : run.reservations }
      }
    }
  }
  return run
}
