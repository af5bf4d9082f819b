import { pageRoute } from "../../../../page-route"
import { isOfOtherTurn, takeQuantities } from "../../../basket-form"
import { sendBasket } from "../../../basket-page"
import { quickOrderForm, quickOrderPage } from "../../../open-quick-order"
import { leadTo } from "../../../page-parts"

export const GET = pageRoute(quickOrderPage((req, res, open) => sendBasket(req, res, open)))

/** Sets the quantities. */
export const POST = pageRoute(
  quickOrderForm({ isCostly: false }, async (req, res, { open, fields }) => {
    const problems = await takeQuantities(req, open, fields)
    if (isOfOtherTurn(problems)) {
      leadTo(req, res, { open, to: "/basket", notice: "moved" })
      return
    }
    if (problems.length) {
      await sendBasket(req, res, open, { problems, fields, notice: null })
      return
    }
    leadTo(req, res, { open, to: "/basket", notice: "updated" })
  }),
)
