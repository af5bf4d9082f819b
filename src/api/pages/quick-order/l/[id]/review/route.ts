import { reviewOrder } from "../../../../../../workflows/customers/quick-orders/review-order"
import { pageRoute } from "../../../../page-route"
import { detailsOf, isOfOtherTurn, takeQuantities } from "../../../basket-form"
import { sendBasket } from "../../../basket-page"
import { quickOrderForm, quickOrderPage } from "../../../open-quick-order"
import { leadTo } from "../../../page-parts"
import { sendReview } from "../../../review-page"

export const GET = pageRoute(quickOrderPage((req, res, open) => sendReview(req, res, open)))

/** Makes the cart of what is in the basket, so that it can be checked as it will be ordered. */
export const POST = pageRoute(
  quickOrderForm({ isCostly: true }, async (req, res, { open, fields }) => {
    const wrong = await takeQuantities(req, open, fields)
    if (isOfOtherTurn(wrong)) {
      leadTo(req, res, { open, to: "/basket", notice: "moved" })
      return
    }
    if (wrong.length) {
      await sendBasket(req, res, open, { problems: wrong, fields, notice: null })
      return
    }
    const reviewed = await reviewOrder(req.scope, open.context, detailsOf(fields))
    switch (reviewed.kind) {
      case "made":
        return leadTo(req, res, { open, to: "/review" })
      case "moved":
        return leadTo(req, res, { open, to: "/review", notice: "moved" })
      case "changed":
        return sendBasket(req, res, open, { basket: reviewed.basket, fields, notice: null })
      case "problems":
        return sendBasket(req, res, open, {
          basket: reviewed.basket,
          problems: reviewed.problems,
          fields,
          notice: null,
        })
    }
  }),
)
