import type { MedusaRequest } from "@medusajs/framework/http"

const AHEAD = ["sec-purpose", "purpose", "x-moz"] as const

/**
 * Whether nobody has opened the address yet: a scanner of links asks for its head, a browser fetches it ahead of a click. What an
 * address does is not done for them.
 */
export const isOnlyFetched = (req: Pick<MedusaRequest, "method" | "headers">): boolean =>
  req.method === "HEAD" || AHEAD.some((name) => /prefetch|prerender/i.test(String(req.headers[name] ?? "")))
