import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DuplicatePackage, PackageAnswer } from "../../../../../contracts/packages/packages"
import { duplicatePackageWorkflow } from "../../../../../workflows/packages/catalog/duplicate-package"
import { readPackageAnswers } from "../../../../../workflows/packages/catalog/answers/read-package-answers"
import { pathId } from "../../../../path-id"

/** A draft product like the package's, with the same recipe and prices. */
export async function POST(
  req: MedusaRequest<DuplicatePackage>,
  res: MedusaResponse<{ package: PackageAnswer | undefined }>,
): Promise<void> {
  const product_id = pathId(req.params.product_id, "Product")
  const { result } = await duplicatePackageWorkflow(req.scope).run({
    input: { product_id, title: req.validatedBody.title },
  })
  const [answer] = await readPackageAnswers(req.scope, [result.package.product_id])
  res.status(201).json({ package: answer })
}
