import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PageProblem } from "../../pages/base/base-texts"
import { drawProblem } from "../../pages/base/draw-problem"
import {
  PAGE_LANGUAGES,
  pageLanguage,
  STANDARD_LANGUAGES,
  type PageLanguage,
  type StandardLanguage,
} from "../../pages/base/languages"
import { contentPolicy, securityHeaders, type PageSources } from "../../pages/base/security-headers"
import { pageContext } from "./page-context"

const STATUS: Record<PageProblem, number> = {
  not_found: 404,
  link_gone: 404,
  not_yours: 403,
  too_many: 429,
  refused: 400,
  failed: 500,
  form_gone: 403,
  form_failed: 500,
  link_wrong: 400,
  not_sold: 404,
}

const wished = (req: MedusaRequest, locale?: string | null) => ({
  asked: req.query.lang,
  locale,
  accepted: req.headers["accept-language"],
})

/** The language of a page, by the query string, the record's locale, or the browser. */
export const languageOf = (req: MedusaRequest, locale?: string | null): StandardLanguage =>
  pageLanguage(STANDARD_LANGUAGES, wished(req, locale))

/** The same of a page that is written in all languages. */
export const anyLanguageOf = (req: MedusaRequest): PageLanguage => pageLanguage(PAGE_LANGUAGES, wished(req))

/** A page that says why there is no other speaks the languages of those around it. */
const problemLanguageOf = (req: MedusaRequest): PageLanguage =>
  req.originalUrl.startsWith("/pages/exit") ? anyLanguageOf(req) : languageOf(req)

/** Sets the headers that every answer below `/pages` has. */
export function setSecurityHeaders(req: MedusaRequest, res: MedusaResponse): void {
  res.removeHeader("x-powered-by")
  res.set(securityHeaders(pageContext(req)))
}

export function sendPage(res: MedusaResponse, html: string, sources?: PageSources): void {
  if (sources) {
    res.set("Content-Security-Policy", contentPolicy(sources))
  }
  res.type("html").send(html)
}

/** Answers with the page that says why there is no other. */
export function sendProblem(req: MedusaRequest, res: MedusaResponse, problem: PageProblem, back?: string): void {
  const { seller, storefrontUrl } = pageContext(req)
  setSecurityHeaders(req, res)
  res.status(STATUS[problem])
  sendPage(res, drawProblem(problem, { language: problemLanguageOf(req), seller, storefrontUrl }, back ?? null))
}
