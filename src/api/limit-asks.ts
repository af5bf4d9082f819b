import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { countAsk, CORE_MODULE, type CoreModuleService } from "../modules/core"
import { clientAddress, networkOf } from "./client-address"

const KEY_LENGTH = 240

/**
 * Limits how often a route is asked, by customer and by address, over all processes: for each route of ours that asks a
 * payment provider, or behind which something can be guessed. Stolen cards are tried out on such routes. It stands after
 * `authenticate`, and before anything that costs.
 */
export function limitAsks(what: string) {
  return async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    const { options, db } = req.scope.resolve<CoreModuleService>(CORE_MODULE)
    const { perCustomer, perAddress, minutes } = options.askLimits
    const seconds = minutes * 60
    const customerId = (req as AuthenticatedMedusaRequest).auth_context?.actor_id
    const forwarded = req.headers["x-forwarded-for"]
    const connection = {
      peer: req.socket?.remoteAddress,
      forwardedFor: Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
    }
    const network = networkOf(clientAddress(connection, options.trustedProxies))
    const waits = [await countAsk(db.knex, { key: keyOf(what, "address", network), most: perAddress, seconds })]
    if (customerId) {
      waits.push(await countAsk(db.knex, { key: keyOf(what, "customer", customerId), most: perCustomer, seconds }))
    }
    const wait = Math.max(...waits)
    if (wait === 0) {
      next()
      return
    }
    res.setHeader("Retry-After", String(wait))
    res.status(429).json({
      type: "too_many_requests",
      message: `Too many tries of ${what}; try again in ${Math.ceil(wait / 60)} minutes`,
    })
  }
}

const keyOf = (what: string, by: string, who: string): string => `${what}:${by}:${who}`.slice(0, KEY_LENGTH)
