import { pieces } from "../../../../../../rules/customers"
import { readShownVariants } from "../../../../../../workflows/customers/quick-orders/read-catalogue"
import { requestProduct } from "../../../../../../workflows/customers/quick-orders/request-product"
import { storeNow } from "../../../../../now"
import { pageRoute } from "../../../../page-route"
import { quickOrderForm } from "../../../open-quick-order"
import { leadTo } from "../../../page-parts"

const LONGEST = 2_000

/** Asks for a product that is sold on request. */
export const POST = pageRoute(
  quickOrderForm({ isCostly: true }, async (req, res, { open, fields }) => {
    const id = fields.variant_id ?? ""
    const variant = (await readShownVariants(req.scope, open.context, [id])).get(id)
    const quantity = pieces(fields.quantity ?? "1")
    if (variant?.item.kind !== "request" || !quantity) {
      leadTo(req, res, { open, notice: "not_taken" })
      return
    }
    const message = fields.message?.trim().slice(0, LONGEST) || null
    const at = new Date(await storeNow(req.scope))
    await requestProduct(req.scope, open.context, { variant, quantity, message, at })
    leadTo(req, res, { open, notice: "requested" })
  }),
)
