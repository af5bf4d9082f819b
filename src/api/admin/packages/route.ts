import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  listPackagesSchema,
  type CreatePackage,
  type PackageAnswer,
  type PackageListAnswer,
} from "../../../contracts/packages/packages"
import { createPackageWorkflow } from "../../../workflows/packages/catalog/create-package"
import { listPackages } from "../../../workflows/packages/catalog/answers/list-packages"
import { readPackageAnswers } from "../../../workflows/packages/catalog/answers/read-package-answers"
import { savePackageWorkflow } from "../../../workflows/packages/catalog/save-package"
import { parseInput } from "../../parse-input"

/** Newest first; `q` searches the products, `pricing` is one or a list. */
export async function GET(req: MedusaRequest, res: MedusaResponse<PackageListAnswer>): Promise<void> {
  const query = parseInput(listPackagesSchema, req.query)
  const { packages, count } = await listPackages(req.scope, query)
  res.json({ packages, count, limit: query.limit, offset: query.offset })
}

/** Makes a new product and its recipe, or a product that there is a package; refused where it is one already. */
export async function POST(
  req: MedusaRequest<CreatePackage>,
  res: MedusaResponse<{ package: PackageAnswer | undefined }>,
): Promise<void> {
  const { product, product_id = "", package: body } = req.validatedBody
  const { result } = product
    ? await createPackageWorkflow(req.scope).run({ input: { product, package: body } })
    : await savePackageWorkflow(req.scope).run({ input: { product_id, package: { ...body, version: 0 } } })
  const [answer] = await readPackageAnswers(req.scope, [result.package.product_id])
  res.status(201).json({ package: answer })
}
