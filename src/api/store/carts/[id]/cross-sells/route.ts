import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CrossSellAnswer, TakeCrossSell } from "../../../../../contracts/billing/offer-links/cross-sells"
import { readSellingCart } from "../../../../../workflows/billing/offers/cross-sells/cart-cross-sells"
import { showCrossSells } from "../../../../../workflows/billing/offers/cross-sells/show-cross-sells"
import { takeCrossSellWorkflow } from "../../../../../workflows/billing/offers/cross-sells/take-cross-sell"
import { pathId } from "../../../../path-id"
import { shopperOf } from "../../../billing/products/shopper-of"
import { cartAnswer } from "../../cart-answer"

/** The products that are sold with what is in the cart (B15). */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ cross_sells: CrossSellAnswer[] }>,
): Promise<void> {
  const { region_id, crossSells } = await readSellingCart(req.scope, pathId(req.params.id, "Cart"))
  const shopper = await shopperOf(req, region_id === null ? {} : { region_id })
  res.json({ cross_sells: await showCrossSells(req.scope, shopper, crossSells) })
}

/** Takes one of them: one that replaces swaps the line. */
export async function POST(req: AuthenticatedMedusaRequest<TakeCrossSell>, res: MedusaResponse): Promise<void> {
  const cart_id = pathId(req.params.id, "Cart")
  await takeCrossSellWorkflow(req.scope).run({ input: { cart_id, ...req.validatedBody } })
  res.json(await cartAnswer(req, cart_id))
}
