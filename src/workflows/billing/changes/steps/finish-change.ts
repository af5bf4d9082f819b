import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { finishChange } from "../finish-changes"
import type { BegunChange } from "./begin-change"

/** Credits and applies a change that was begun. No compensation: its documents are issued, and the tick finishes it. */
export const finishChangeStep = createStep("billing-finish-change", async ({ id }: BegunChange, { container }) => {
  await finishChange(container, id)
  return new StepResponse(id)
})
