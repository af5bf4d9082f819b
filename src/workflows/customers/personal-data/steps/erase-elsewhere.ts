import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { personalDataErasure } from "../../../ports/personal-data-erasure"
import { actorOf, type Editing } from "../../profiles/editing"

export interface EraseElsewhereInput {
  customer_ids: string[]
  editing: Editing
}

/** What other rooms keep of these customers is erased, too. It cannot be taken back, so there is no compensation. */
export const eraseElsewhereStep = createStep(
  "customers-erase-elsewhere",
  async ({ customer_ids, editing }: EraseElsewhereInput, { container }) => {
    for (const erase of personalDataErasure.getAll()) {
      await erase(container, { customerIds: customer_ids, actor: actorOf(editing), at: new Date(editing.at) })
    }
    return new StepResponse(customer_ids)
  },
)
