import type { MedusaRequest } from "@medusajs/framework/http"

const AHEAD = ["sec-purpose", "purpose", "x-moz"] as const

/** Whether nobody has opened the address yet: a browser fetches it ahead of a click. What an address does is not done then. */
export const isOnlyFetched = (req: Pick<MedusaRequest, "headers">): boolean =>
  AHEAD.some((name) => /prefetch|prerender/i.test(String(req.headers[name] ?? "")))
