import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { bindWaitingRecords } from "../settle-edited-records"

export interface BindAddedLinesInput {
  order_id: string
}

/** Gives the records that wait their lines. After a crash before it, the order's next change does it. */
export const bindAddedLinesStep = createStep(
  "packages-bind-added-lines",
  async ({ order_id }: BindAddedLinesInput, { container }) => {
    await bindWaitingRecords(container, order_id)
    return new StepResponse(undefined)
  },
)
