import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readExitForm } from "../../../../../../rules/billing"
import { followExits } from "../../../../../../workflows/billing/exits/follow-exits"
import { receiveExitWorkflow } from "../../../../../../workflows/billing/exits/receive-exit"
import { storeDate } from "../../../../../store-date"
import { pageRoute } from "../../../../page-route"
import { anyLanguageOf } from "../../../../send-page"
import { beginReceipt, pathOfReceipt } from "../../../../exit-receipts/receipt-session"
import { EXIT_PROBLEMS_OF_ROUTE, sendExitForm, takeExitForm } from "../../../exit-page"

/** The button with the words that the law names: the declaration is received, once, and acknowledged. */
export const POST = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const taken = await takeExitForm(req, res, { counts: true })
  if (!taken) {
    return
  }
  const { open, typed, ticket } = taken
  const as_of = await storeDate(req.scope)
  const answer = readExitForm(open.kind, typed, { asOf: as_of })
  if (!answer.ok) {
    sendExitForm(req, res, { open, typed, problems: answer.problems })
    return
  }
  const language = anyLanguageOf(req)
  const { result } = await receiveExitWorkflow(req.scope).run({
    input: {
      kind: open.kind,
      region_id: open.regionId,
      language,
      form: answer.form,
      form_key: ticket.nonce,
      as_of,
      received_at: new Date().toISOString(),
    },
  })
  await followExits(req.scope, as_of, result.id)
  beginReceipt(req, res, result.id)
  res.redirect(303, `${pathOfReceipt(result.id)}?lang=${language}`)
}, EXIT_PROBLEMS_OF_ROUTE)
