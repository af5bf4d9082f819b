import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pageRoute } from "../../../../page-route"
import { sendProblem } from "../../../../send-page"
import { EXIT_PROBLEMS_OF_ROUTE, openExit, sendExitForm, typedOf } from "../../../exit-page"

/** Back from the second step to the form, with what was typed. */
export const POST = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const open = await openExit(req)
  if (!open) {
    sendProblem(req, res, "not_found")
    return
  }
  sendExitForm(req, res, { open, typed: typedOf(req.body), problems: {} })
}, EXIT_PROBLEMS_OF_ROUTE)
