import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SALES_MODULE, takeCheckpoint, type SalesModuleService } from "../../../../modules/sales"

export interface TakeCheckpointInput {
  actor: string
  /** The instant, in ISO 8601. */
  now: string
}

/** A checkpoint that was taken stays, so there is no compensation; another one does no harm. */
export const takeCheckpointStep = createStep(
  "sales-take-checkpoint",
  async ({ actor, now }: TakeCheckpointInput, { container }) => {
    const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
    return new StepResponse(await takeCheckpoint(knex, { at: new Date(now), actor }))
  },
)
