import { changeBasketOf } from "../../../../../../workflows/customers/quick-orders/basket"
import { fillLastOrder } from "../../../../../../workflows/customers/quick-orders/fill-last-order"
import { pageRoute } from "../../../../page-route"
import { quickOrderForm } from "../../../open-quick-order"
import { leadTo } from "../../../page-parts"

/** Puts the last order into the basket once more, and says what of it is not sold any more. */
export const POST = pageRoute(
  quickOrderForm({ isCostly: false }, async (req, res, { open }) => {
    const last = await fillLastOrder(req.scope, open.context)
    if (!last) {
      leadTo(req, res, { open, notice: "nothing_before" })
      return
    }
    const { items, leftOut } = last.filled
    await changeBasketOf(req.scope, open.context, { wanted: items, adds: false })
    const titles = [...new Set(leftOut.map(({ title }) => title))].slice(0, 10).join("\n")
    leadTo(req, res, { open, to: "/basket", notice: "filled", left_out: titles || undefined })
  }),
)
