import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { CreatePackageProduct } from "../../../contracts/packages/packages"
import { packageProduct } from "./package-product"
import type { SavePackageInput } from "./plan-package"
import { savePackageWorkflow } from "./save-package"

export interface CreatePackageInput {
  product: CreatePackageProduct
  package: SavePackageInput["package"]
}

/** Makes a new product, and that a package (P2). Result: the package as stored. */
export const createPackageWorkflow = createWorkflow("packages-create-package", (input: CreatePackageInput) => {
  const products = transform({ input }, (data) => ({ products: [packageProduct(data.input.product)] }))
  const made = createProductsWorkflow.runAsStep({ input: products })
  const save = transform({ input, made }, (data) => ({
    product_id: data.made[0]?.id ?? "",
    package: data.input.package,
  }))
  return new WorkflowResponse(savePackageWorkflow.runAsStep({ input: save }))
})
