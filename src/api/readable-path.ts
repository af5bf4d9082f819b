import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** Express fails on an escape that is no UTF-8 (`%F0`), and Medusa answers that as a fault of the server: it is the sender's. */
export function readablePath(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  try {
    decodeURIComponent(req.originalUrl.split("?", 1)[0] ?? "")
  } catch {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "The address holds an escape that is no UTF-8")
  }
  next()
}
