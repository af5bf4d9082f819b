import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AddPackageBody } from "../../../../../contracts/packages/cart"
import type { CartPackageAnswer } from "../../../../../contracts/packages/store"
import { addPackageToCartWorkflow } from "../../../../../workflows/packages/cart/add-package-to-cart"
import { readCartPackages } from "../../../../../workflows/packages/storefront/read-cart-packages"
import { pathId } from "../../../../path-id"
import { cartAnswer } from "../../cart-answer"

/** The cart's packages, each with its visible lines, its choices and its period. */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ packages: CartPackageAnswer[] }>): Promise<void> {
  res.json({ packages: await readCartPackages(req.scope, pathId(req.params.id, "Cart")) })
}

export async function POST(req: MedusaRequest<AddPackageBody>, res: MedusaResponse): Promise<void> {
  const cart_id = pathId(req.params.id, "Cart")
  await addPackageToCartWorkflow(req.scope).run({ input: { ...req.validatedBody, cart_id } })
  res.json(await cartAnswer(req, cart_id))
}
