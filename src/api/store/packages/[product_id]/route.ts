import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { storePackageSchema, type StorePackageAnswer } from "../../../../contracts/packages/store"
import { readStorePackage } from "../../../../workflows/packages/storefront/read-store-package"
import { parseInput } from "../../../parse-input"
import { pathId } from "../../../path-id"
import { visitorOf } from "../visitor-of"

/** A package with all that a configurator shows; 404 where it is hidden, as if there were none. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ package: StorePackageAnswer }>,
): Promise<void> {
  const id = pathId(req.params.product_id, "Package")
  const visitor = await visitorOf(req, parseInput(storePackageSchema, req.query))
  res.json({ package: await readStorePackage(req.scope, id, visitor) })
}
