import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { savePackageWorkflow } from "./save-package"
import { loadDuplicateStep, type DuplicatePackageInput } from "./steps/load-duplicate"

/**
 * Makes a copy of a package: a draft product like its own, with the same prices, and the same recipe. Result: the copy as
 * stored.
 */
export const duplicatePackageWorkflow = createWorkflow("packages-duplicate-package", (input: DuplicatePackageInput) => {
  const copy = loadDuplicateStep(input)
  const products = transform({ copy }, (data) => ({ products: [data.copy.product] }))
  const made = createProductsWorkflow.runAsStep({ input: products })
  const save = transform({ copy, made }, (data) => ({
    product_id: data.made[0]?.id ?? "",
    package: data.copy.package,
  }))
  return new WorkflowResponse(savePackageWorkflow.runAsStep({ input: save }))
})
