import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createProductsWorkflow, updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { offerOfClone } from "../../../../rules/billing"
import { saveOfferWorkflow } from "../save-offer"
import { loadCloneStep, type CloneOfferInput } from "./steps/load-clone"

/**
 * Makes a product like another one, with its variants and prices, and the same offer, hidden (B12). It is a draft until its
 * offer hides it. Two of one title are refused by Medusa, as their handles are the same. Result: the offer as stored.
 */
export const cloneOfferWorkflow = createWorkflow("billing-clone-offer", (input: CloneOfferInput) => {
  const clone = loadCloneStep(input)
  const products = transform({ clone }, (data) => ({ products: [data.clone.product] }))
  const made = createProductsWorkflow.runAsStep({ input: products })
  const save = transform({ clone, made }, ({ clone: { offer }, made: [product] }) => ({
    product_id: product?.id ?? "",
    offer: offerOfClone(
      offer,
      (product?.variants ?? []).map(({ id, metadata }) => ({
        id,
        copyOf: typeof metadata?.copied_from === "string" ? metadata.copied_from : "",
      })),
    ),
  }))
  const offer = saveOfferWorkflow.runAsStep({ input: save })
  when("billing-clone-is-published", { clone }, (data) => data.clone.isPublished).then(() => {
    const published = transform({ save }, (data) => ({
      selector: { id: data.save.product_id },
      update: { status: "published" as const },
    }))
    updateProductsWorkflow.runAsStep({ input: published })
  })
  return new WorkflowResponse(offer)
})
