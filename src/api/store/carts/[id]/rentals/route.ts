import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AddRentalBody } from "../../../../../contracts/packages/cart"
import type { CartRentalAnswer } from "../../../../../contracts/packages/store"
import { addRentalToCartWorkflow } from "../../../../../workflows/packages/cart/add-rental-to-cart"
import { readCartRentals } from "../../../../../workflows/packages/storefront/read-cart-rentals"
import { storeNow } from "../../../../now"
import { pathId } from "../../../../path-id"
import { cartAnswer } from "../../cart-answer"

/** The single articles of the cart that are priced by time, each with how long it is out. */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ rentals: CartRentalAnswer[] }>): Promise<void> {
  res.json({ rentals: await readCartRentals(req.scope, pathId(req.params.id, "Cart")) })
}

export async function POST(req: MedusaRequest<AddRentalBody>, res: MedusaResponse): Promise<void> {
  const cart_id = pathId(req.params.id, "Cart")
  const now = await storeNow(req.scope)
  await addRentalToCartWorkflow(req.scope).run({ input: { ...req.validatedBody, cart_id, now } })
  res.json(await cartAnswer(req, cart_id))
}
