import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { adoptCustomer } from "../adopt-customer"
import type { Editing } from "../editing"

export interface AdoptCustomersInput {
  /** Medusa's customers. */
  customer_ids: string[]
  editing: Editing
}

/** Gives Medusa customers their profiles, one after another. One that is made stays, whatever comes of the next. */
export const adoptCustomersStep = createStep(
  "customers-adopt-customers",
  async ({ customer_ids, editing }: AdoptCustomersInput, { container }) => {
    const ids: (string | null)[] = []
    for (const id of customer_ids) {
      ids.push(await adoptCustomer(container, id, editing))
    }
    return new StepResponse(ids)
  },
)
