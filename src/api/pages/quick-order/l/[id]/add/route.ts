import { readPackageForm } from "../../../../../../rules/customers"
import { changeBasketOf } from "../../../../../../workflows/customers/quick-orders/basket"
import { pageRoute } from "../../../../page-route"
import { askedOf } from "../../../catalogue-page"
import { quickOrderForm } from "../../../open-quick-order"
import { leadTo } from "../../../page-parts"

/** Puts an article into the basket, and leads back to where it stood. */
export const POST = pageRoute(
  quickOrderForm({ isCostly: false }, async (req, res, { open, fields }) => {
    const choices = readPackageForm(fields)
    const wanted = [{ variantId: fields.variant_id ?? "", quantity: fields.quantity ?? "", choices }]
    const problems = await changeBasketOf(req.scope, open.context, { wanted, adds: true })
    const { search, group, page } = askedOf(req.query)
    leadTo(req, res, {
      open,
      notice: problems.length ? "not_taken" : "added",
      q: search ?? undefined,
      group: group ?? undefined,
      page: page > 1 ? String(page) : undefined,
    })
  }),
)
