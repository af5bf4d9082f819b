import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { deletePackageSchema, type PackageAnswer, type SavePackage } from "../../../../contracts/packages/packages"
import { deletePackageWorkflow } from "../../../../workflows/packages/catalog/delete-package"
import { readPackageAnswers } from "../../../../workflows/packages/catalog/answers/read-package-answers"
import { savePackageWorkflow } from "../../../../workflows/packages/catalog/save-package"
import { parseInput } from "../../../parse-input"
import { pathId } from "../../../path-id"

const productIdOf = (req: MedusaRequest<unknown>): string => pathId(req.params.product_id, "Product")

async function answer(req: MedusaRequest<unknown>, res: MedusaResponse<{ package: PackageAnswer }>): Promise<void> {
  const product_id = productIdOf(req)
  const [found] = await readPackageAnswers(req.scope, [product_id])
  if (!found) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Package of the product with id: ${product_id} was not found`)
  }
  res.json({ package: found })
}

export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> => answer(req, res)

/** Makes the product a package, or changes what is sent of one: `entries` and `rates` are whole lists. */
export async function POST(req: MedusaRequest<SavePackage>, res: MedusaResponse): Promise<void> {
  const product_id = productIdOf(req)
  await savePackageWorkflow(req.scope).run({ input: { product_id, package: req.validatedBody } })
  await answer(req, res)
}

/** The product stays. Refused while other packages contain it, and where it is no longer the given `version`. */
export async function DELETE(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const product_id = productIdOf(req)
  const { version } = parseInput(deletePackageSchema, req.query)
  const { result: id } = await deletePackageWorkflow(req.scope).run({ input: { product_id, version } })
  res.json({ id, object: "packages_package", deleted: true, parent: { id: product_id } })
}
