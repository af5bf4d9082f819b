import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RecipeChangesAnswer } from "../../../../../../../contracts/packages/store"
import { readRecipeChanges } from "../../../../../../../workflows/packages/storefront/read-recipe-changes"
import { pathId } from "../../../../../../path-id"

/** What `refresh_recipe` would change of the package (P20); nothing is written. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<{ recipe_changes: RecipeChangesAnswer }>,
): Promise<void> {
  const cartId = pathId(req.params.id, "Cart")
  const lineId = pathId(req.params.line_id, "Line item")
  res.json({ recipe_changes: await readRecipeChanges(req.scope, { cartId, lineId }) })
}
