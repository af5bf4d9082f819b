import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { personalDataErasure } from "../../../ports/personal-data-erasure"
import { actorOf, type Editing } from "../../profiles/editing"

export interface EraseElsewhereInput {
  customer_ids: string[]
  form_keys: string[]
  editing: Editing
}

/** What other rooms keep of these customers is erased, too. It cannot be taken back, so there is no compensation. */
export const eraseElsewhereStep = createStep(
  "customers-erase-elsewhere",
  async ({ customer_ids, form_keys, editing }: EraseElsewhereInput, { container }) => {
    for (const erase of personalDataErasure.getAll()) {
      const erased = { customerIds: customer_ids, formKeys: form_keys }
      await erase(container, { ...erased, actor: actorOf(editing), at: new Date(editing.at) })
    }
    return new StepResponse(customer_ids)
  },
)
