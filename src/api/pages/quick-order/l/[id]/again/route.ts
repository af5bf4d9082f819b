import { orderAgain } from "../../../../../../workflows/customers/quick-orders/order-again"
import { pageRoute } from "../../../../page-route"
import { quickOrderForm } from "../../../open-quick-order"
import { leadTo } from "../../../page-parts"

/** Puts the last order into the basket once more, and says what of it is not sold any more. */
export const POST = pageRoute(
  quickOrderForm({ isCostly: false }, async (req, res, { open }) => {
    const again = await orderAgain(req.scope, open.context)
    if (again.kind !== "filled") {
      leadTo(req, res, { open, notice: again.kind })
      return
    }
    const titles = [...new Set(again.leftOut.map(({ title }) => title))].slice(0, 10).join("\n")
    leadTo(req, res, { open, to: "/basket", notice: "filled", left_out: titles || undefined })
  }),
)
