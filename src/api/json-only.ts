import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

const JSON_TYPE = /^application\/json\s*(;|$)/i
const WRITING = ["POST", "PUT", "PATCH", "DELETE"]

interface Sent {
  method: string
  headers: Record<string, string | string[] | undefined>
}

const hasBody = ({ headers }: Sent): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0

/**
 * Whether a request is one that no foreign site can have a browser send with an admin's cookie. Forms and plain text are sent
 * without asking; for JSON, and for DELETE, the browser asks us first. Without a body, who shows a token is no browser's cookie.
 */
export function isJsonRequest(sent: Sent): boolean {
  const type = sent.headers["content-type"]
  if (!WRITING.includes(sent.method)) {
    return true
  }
  if (type !== undefined) {
    return JSON_TYPE.test(String(type))
  }
  return !hasBody(sent) && (sent.method === "DELETE" || sent.headers.authorization !== undefined)
}

/** Refuses what is no JSON with 415, in Medusa's shape of an error, whose own types have no such status. */
export function jsonOnly(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  if (isJsonRequest(req)) {
    next()
    return
  }
  const message = "content-type: a request has to be sent as application/json"
  res.status(415).json({ type: MedusaError.Types.INVALID_DATA, message })
}
