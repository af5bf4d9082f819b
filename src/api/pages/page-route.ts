import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { sendProblem } from "./send-page"

type Handler = (req: MedusaRequest, res: MedusaResponse) => Promise<void>

/** What the sender of a request got wrong; anything else is a fault of ours. */
const REFUSALS: readonly string[] = [
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.INVALID_ARGUMENT,
]

/**
 * A route of a page: what it throws is answered with a page, where Medusa would answer JSON. The log has the error's own
 * message; a page's address holds no token, as the middleware has taken it out.
 */
export const pageRoute =
  (handler: Handler): Handler =>
  async (req, res) => {
    try {
      await handler(req, res)
    } catch (error) {
      if (res.headersSent) {
        throw error
      }
      const isRefusal = error instanceof MedusaError && REFUSALS.includes(error.type)
      if (!isRefusal) {
        const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
        logger.error(`A page failed: ${error instanceof Error ? error.message : String(error)}`)
      }
      sendProblem(req, res, isRefusal ? "refused" : "failed")
    }
  }
