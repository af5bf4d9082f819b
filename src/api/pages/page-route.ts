import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { PageProblem } from "../../pages/base/base-texts"
import { sendProblem } from "./send-page"

type Handler = (req: MedusaRequest, res: MedusaResponse) => Promise<void>

/** What the sender of a request got wrong; anything else is a fault of ours. */
const REFUSALS: readonly string[] = [
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.INVALID_ARGUMENT,
]

/** What a page says where its route throws. */
interface Problems {
  refused: PageProblem
  failed: PageProblem
}

/**
 * A route of a page: what it throws is answered with a page, where Medusa would answer JSON. The log has the error's own
 * message; a page's address holds no token, as the middleware has taken it out.
 */
export const pageRoute =
  (handler: Handler, problems: Problems = { refused: "refused", failed: "failed" }): Handler =>
  async (req, res) => {
    try {
      await handler(req, res)
    } catch (error) {
      if (res.headersSent) {
        throw error
      }
      // A workflow's error may come as a plain object.
      const { type, message } = Object(error) as { type?: unknown; message?: unknown }
      const isRefusal = typeof type === "string" && REFUSALS.includes(type)
      if (!isRefusal) {
        const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
        logger.error(`A page failed: ${String(message)}`)
      }
      sendProblem(req, res, isRefusal ? problems.refused : problems.failed)
    }
  }
