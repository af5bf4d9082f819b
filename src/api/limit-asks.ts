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
 * Counts an ask by address, and by whom it is about where that is known (a customer, a link), over all processes. Answers the
 * seconds after which another is allowed; 0: this one is. `factor`: how many times the store's limits are allowed.
 */
export async function countAskOf(
  req: MedusaRequest,
  what: string,
  by: Record<string, string> = {},
  factor = 1,
): Promise<number> {
  const { options, db } = req.scope.resolve<CoreModuleService>(CORE_MODULE)
  const { perCustomer, perAddress, minutes } = options.askLimits
  const seconds = minutes * 60
  const forwarded = req.headers["x-forwarded-for"]
  const connection = {
    peer: req.socket?.remoteAddress,
    forwardedFor: Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
  }
  const network = networkOf(clientAddress(connection, options.trustedProxies))
  const waits = [await countAsk(db.knex, { key: keyOf(what, "address", network), most: perAddress * factor, seconds })]
  for (const [kind, who] of Object.entries(by)) {
    waits.push(await countAsk(db.knex, { key: keyOf(what, kind, who), most: perCustomer * factor, seconds }))
  }
  return Math.max(...waits)
}

/**
 * Limits how often a route is asked, by customer and by address, over all processes: for each route of ours that asks a
 * payment provider, or behind which something can be guessed. Stolen cards are tried out on such routes. It stands after
 * `authenticate`, and before anything that costs.
 */
export function limitAsks(what: string) {
  return async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    const customer = (req as AuthenticatedMedusaRequest).auth_context?.actor_id
    const wait = await countAskOf(req, what, customer ? { customer } : {})
    if (wait === 0) {
      next()
      return
    }
    refuseAsk(res, { what, wait })
  }
}

/** Answers 429 in Medusa's shape of an error, whose own types have no such status. */
export function refuseAsk(res: MedusaResponse, { what, wait }: { what: string; wait: number }): void {
  res.setHeader("Retry-After", String(wait))
  res.status(429).json({
    type: "too_many_requests",
    message: `Too many tries of ${what}; try again in ${Math.ceil(wait / 60)} minutes`,
  })
}

const keyOf = (what: string, by: string, who: string): string => `${what}:${by}:${who}`.slice(0, KEY_LENGTH)
