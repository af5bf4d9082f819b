import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { Editing } from "../profiles/editing"
import { deleteErasedCustomersStep } from "./steps/delete-erased-customers"
import { eraseElsewhereStep } from "./steps/erase-elsewhere"
import { erasePersonStep } from "./steps/erase-person"
import { prepareErasureStep } from "./steps/prepare-erasure"

/**
 * Erases a person: their profile with all that was merged into it, notes and links, and Medusa's customers with their log-ins
 * (C9), those of orders by a link that were not sent, too. Other rooms erase what they keep of them. Orders and issued invoices stay for the legal period. A crash half-way is finished by erasing again. Result: the
 * profile's id.
 */
export const eraseCustomerWorkflow = createWorkflow(
  "customers-erase-customer",
  (input: { id: string; editing: Editing }) => {
    const person = prepareErasureStep(input.id)
    const { customer_ids, form_keys } = person
    deleteErasedCustomersStep(customer_ids)
    eraseElsewhereStep({ customer_ids, form_keys, editing: input.editing })
    return new WorkflowResponse(erasePersonStep({ person, editing: input.editing }))
  },
)
