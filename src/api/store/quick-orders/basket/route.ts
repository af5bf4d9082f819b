import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  BasketChangeAnswer,
  QuickOrderBasketBody,
  QuickOrderChoice,
} from "../../../../contracts/customers/quick-orders"
import { changeBasketOf, readBasket } from "../../../../workflows/customers/quick-orders/basket"
import { askByLink } from "../ask-by-link"
import { presentBasket } from "../present-basket"

export async function POST(req: MedusaRequest<QuickOrderBasketBody>, res: MedusaResponse): Promise<void> {
  const { token, items, seen = [], turn } = req.validatedBody
  const context = await askByLink(req, res, { token, isCostly: false, isUse: true })
  if (!context) {
    return
  }
  const wanted = items.map(({ variant_id, quantity, choices }) => ({
    variantId: variant_id,
    quantity,
    choices: choices?.map(toChoice),
  }))
  const accepted = new Map(seen.map(({ variant_id, price }) => [variant_id, price]))
  const problems = await changeBasketOf(req.scope, context, { wanted, adds: false, accepted, turn })
  res.json({ problems, basket: presentBasket(await readBasket(req.scope, context)) } satisfies BasketChangeAnswer)
}

const toChoice = ({ path, is_chosen, quantity }: QuickOrderChoice) => ({
  path,
  ...(is_chosen === undefined ? {} : { isChosen: is_chosen }),
  ...(quantity === undefined ? {} : { quantity }),
})
