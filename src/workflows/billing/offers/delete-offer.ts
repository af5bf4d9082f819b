import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { deleteProductVariantsWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { offerDeletion } from "../../../rules/billing"
import { acquireOfferLockStep } from "./steps/acquire-offer-lock"
import { loadDeletableOfferStep, type DeleteOfferInput } from "./steps/load-deletable-offer"
import { writeOfferStep } from "./steps/write-offer"

/**
 * Deletes a product's offer (B12): the product is then a plain Medusa product. Variants created for its cycles are
 * deleted, the merchant's own stay. Refused while subscriptions run on the product. Without an offer it does nothing.
 * Result: the id of the deleted offer, or null.
 */
export const deleteOfferWorkflow = createWorkflow("billing-delete-offer", (input: DeleteOfferInput) => {
  const lock = acquireOfferLockStep(input.product_id)
  const stored = loadDeletableOfferStep(input)

  when("billing-offer-exists", { stored }, (data) => data.stored !== null).then(() => {
    const change = transform({ stored }, (data) => ({ before: data.stored, after: null }))
    return writeOfferStep(change)
  })
  const made = transform({ stored }, (data) => ({
    ids: offerDeletion(data.stored?.cycles ?? []).deletes,
  }))
  when("billing-made-variants", { made }, (data) => data.made.ids.length > 0).then(() =>
    deleteProductVariantsWorkflow.runAsStep({ input: made }),
  )
  releaseLockStep(lock)
  return new WorkflowResponse(transform({ stored }, (data) => data.stored?.offer.id ?? null))
})
