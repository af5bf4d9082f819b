import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { sendProblem, setSecurityHeaders } from "./send-page"

/** The pages that there are, with the methods that they take: what is none of them is answered with a page, too. */
const PAGES: readonly [RegExp, readonly string[]][] = [
  [/^\/pages\/assets\/[^/]+$/, ["GET", "HEAD"]],
  [/^\/pages\/pay\/[^/]+$/, ["GET", "HEAD"]],
  [/^\/pages\/pay\/l\/[^/]+$/, ["GET", "HEAD"]],
  [/^\/pages\/pay\/l\/[^/]+\/(return|document\/[^/]+)$/, ["GET", "HEAD"]],
  [/^\/pages\/pay\/l\/[^/]+\/(pay|confirm)$/, ["POST"]],
  [/^\/pages\/price\/[^/]+$/, ["GET", "HEAD"]],
  [/^\/pages\/price\/l\/[^/]+$/, ["GET", "HEAD"]],
  [/^\/pages\/price\/l\/[^/]+\/answer$/, ["POST"]],
  [/^\/pages\/exit\/[^/]+\/(cancel|withdraw)$/, ["GET", "HEAD", "POST"]],
  [/^\/pages\/exit\/[^/]+\/(cancel|withdraw)\/(confirm|change)$/, ["POST"]],
  [/^\/pages\/shop\/[^/]+\/(add|checkout)$/, ["GET"]],
  [/^\/pages\/exit-receipts\/[^/]+(\/pdf)?$/, ["GET", "HEAD"]],
  [/^\/pages\/quick-order\/[^/]+$/, ["GET", "HEAD"]],
  [/^\/pages\/quick-order\/l\/[^/]+(\/done\/\d{1,9})?$/, ["GET", "HEAD"]],
  [/^\/pages\/quick-order\/l\/[^/]+\/package\/[^/]+$/, ["GET", "HEAD"]],
  [/^\/pages\/quick-order\/l\/[^/]+\/(basket|review)$/, ["GET", "HEAD", "POST"]],
  [/^\/pages\/quick-order\/l\/[^/]+\/(add|again|order|request)$/, ["POST"]],
]

const TOKEN = /^(\/pages\/(?:pay|price|quick-order)\/)(?!l(?:[/?#]|$))[^/?#]+/i

/** An address as the log may write it: without a token, and without what was asked for. */
export const loggedAddress = (address: string): string => address.replace(TOKEN, "$1[token]").replace(/\?.*$/, "")

/**
 * Takes the token out of what the log writes when the answer has ended: the address, and the page that a browser came from.
 * It comes before anything that may fail.
 */
function hideToken(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  req.originalUrl = loggedAddress(req.originalUrl)
  delete req.headers.referer
  next()
}

function setHeaders(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  setSecurityHeaders(req, res)
  next()
}

/** Answers what is no page, in place of Express's own answers. */
function onlyPages(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const [path = ""] = req.originalUrl.split("?")
  const known = PAGES.find(([pattern]) => pattern.test(path.replace(/\/$/, "")))
  if (!known || !isReadable(path) || !known[1].includes(req.method)) {
    sendProblem(req, res, "not_found")
    return
  }
  next()
}

function isReadable(path: string): boolean {
  try {
    return Boolean(decodeURIComponent(path))
  } catch {
    return false
  }
}

export const pageMiddlewares: MiddlewareRoute[] = [
  { matcher: "/pages", middlewares: [hideToken, setHeaders, onlyPages] },
  { matcher: "/pages/pay/l/:id/pay", method: ["POST"], bodyParser: { sizeLimit: "8kb" }, middlewares: [] },
  { matcher: "/pages/price/l/:id/answer", method: ["POST"], bodyParser: { sizeLimit: "8kb" }, middlewares: [] },
  { matcher: "/pages/exit/:region/:kind", method: ["POST"], bodyParser: { sizeLimit: "32kb" }, middlewares: [] },
  { matcher: "/pages/pay/l/:id/confirm", method: ["POST"], bodyParser: { sizeLimit: "8kb" }, middlewares: [] },
  ...["add", "again", "request"].map((form): MiddlewareRoute => ({
    matcher: `/pages/quick-order/l/:id/${form}`,
    method: ["POST"],
    bodyParser: { sizeLimit: "64kb" },
    middlewares: [],
  })),
  ...["basket", "review", "order"].map((form): MiddlewareRoute => ({
    matcher: `/pages/quick-order/l/:id/${form}`,
    method: ["POST"],
    bodyParser: { sizeLimit: "128kb" },
    middlewares: [],
  })),
]
