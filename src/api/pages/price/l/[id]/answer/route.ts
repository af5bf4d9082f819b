import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { PRICE_CHANGE_ANSWERS } from "../../../../../../rules/billing"
import { answerPriceChangeWorkflow } from "../../../../../../workflows/billing/price-changes/answer-price-change"
import { countAskOf } from "../../../../../limit-asks"
import { storeDate } from "../../../../../store-date"
import { pageRoute } from "../../../../page-route"
import { isFromElsewhere } from "../../../../page-session"
import { languageOf, sendProblem } from "../../../../send-page"
import { PRICE_PROBLEMS_OF_ROUTE } from "../../../price-page"
import { openPrice, pathOfPrice } from "../../../price-session"

/** Takes the answer, once and in time, and leads back to the page, which says what was answered, also where it was before. */
export const POST = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const open = await openPrice(req)
  const { form_key, reply: given } = Object(req.body) as Record<string, unknown>
  const reply = PRICE_CHANGE_ANSWERS.find((one) => one === given)
  if (!open || !reply || isFromElsewhere(req) || !open.isFormKey(form_key)) {
    sendProblem(req, res, "form_gone", open ? pathOfPrice(open.change.id) : undefined)
    return
  }
  const { id, subscription_id } = open.change
  const wait = await countAskOf(req, "price-page", { link: id })
  if (wait) {
    res.setHeader("Retry-After", String(wait))
    sendProblem(req, res, "too_many", pathOfPrice(id))
    return
  }
  const { errors } = await answerPriceChangeWorkflow(req.scope).run({
    input: {
      ...{ id: subscription_id, price_change_id: id, reply },
      ...{ as_of: await storeDate(req.scope), actor: "customer:link" },
    },
    throwOnError: false,
  })
  const [fault] = errors.filter(({ error }) => error.type !== MedusaError.Types.NOT_ALLOWED)
  if (fault) {
    throw fault.error
  }
  res.redirect(303, `${pathOfPrice(id)}?lang=${languageOf(req)}`)
}, PRICE_PROBLEMS_OF_ROUTE)
