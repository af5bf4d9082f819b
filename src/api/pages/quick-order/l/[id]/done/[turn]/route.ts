import { CUSTOMERS_MODULE, type CustomersModuleService, quickOrderOfTurn } from "../../../../../../../modules/customers"
import { drawDone } from "../../../../../../../pages/quick-order/draw-quick-order"
import { placedOrderOf } from "../../../../../../placed-order"
import { pageContext } from "../../../../../page-context"
import { pageRoute } from "../../../../../page-route"
import { sendProblem } from "../../../../../send-page"
import { quickOrderPage } from "../../../../open-quick-order"
import { baseOf, sendQuickOrder } from "../../../../page-parts"

/** That an order of this link was made. */
export const GET = pageRoute(
  quickOrderPage(async (req, res, open) => {
    const { knex } = req.scope.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
    const order = await quickOrderOfTurn(knex, open.context.link.id, Number(req.params.turn))
    if (!order?.order_id) {
      sendProblem(req, res, "not_found", open.path)
      return
    }
    const made = await placedOrderOf(req, order.order_id)
    if (!made) {
      sendProblem(req, res, "not_found", open.path)
      return
    }
    const base = { ...baseOf(req, open), currencyCode: made.currency_code }
    sendQuickOrder(res, drawDone({ ...base, number: String(made.display_id), total: made.total }, pageContext(req)))
  }),
)
