import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { drawExitCheck } from "../../../../../pages/exit/draw-exit"
import { readExitForm } from "../../../../../rules/billing"
import { storeDate } from "../../../../store-date"
import { pageContext } from "../../../page-context"
import { pageRoute } from "../../../page-route"
import { sendPage, sendProblem } from "../../../send-page"
import { EXIT_PROBLEMS_OF_ROUTE, exitPage, openExit, sendExitForm, takeExitForm } from "../../exit-page"

/** The form. It writes nothing, and is the same for everybody. */
export const GET = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const open = await openExit(req)
  if (!open) {
    sendProblem(req, res, "not_found")
    return
  }
  sendExitForm(req, res, { open, typed: {}, problems: {} })
}, EXIT_PROBLEMS_OF_ROUTE)

/** The second step: shows what will be sent. It writes nothing either. */
export const POST = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const taken = await takeExitForm(req, res, { counts: false })
  if (!taken) {
    return
  }
  const { open, typed, ticket } = taken
  const answer = readExitForm(open.kind, typed, { asOf: await storeDate(req.scope) })
  if (!answer.ok) {
    sendExitForm(req, res, { open, typed, problems: answer.problems })
    return
  }
  sendPage(res, drawExitCheck(exitPage(req, open, ticket), { form: answer.form, typed }, pageContext(req)))
}, EXIT_PROBLEMS_OF_ROUTE)
