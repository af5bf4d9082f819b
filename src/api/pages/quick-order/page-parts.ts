import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { QuickOrderBase } from "../../../pages/quick-order/quick-order-content"
import { QUICK_ORDER_NOTICES, type QuickOrderNotice } from "../../../pages/quick-order/quick-order-texts"
import { languageOf, sendPage } from "../send-page"
import type { OpenQuickOrder } from "./open-quick-order"

/** What every quick-order page is drawn of. */
export const baseOf = (
  req: MedusaRequest,
  { context, path, formKey }: OpenQuickOrder,
  notice?: QuickOrderNotice | null,
): QuickOrderBase => ({
  language: languageOf(req, context.customer.language),
  currencyCode: context.place.currencyCode,
  customerName: context.customer.name,
  path,
  formKey,
  notice: notice === undefined ? noticeOf(req) : notice,
})

const noticeOf = (req: MedusaRequest): QuickOrderNotice | null =>
  QUICK_ORDER_NOTICES.find((notice) => notice === req.query.notice) ?? null

export const sendQuickOrder = (res: MedusaResponse, html: string, form: string[] = []): void =>
  sendPage(res, html, { asksServer: true, form })

/** Leads to a page of the link: a reload sends nothing again. */
export function leadTo(
  req: MedusaRequest,
  res: MedusaResponse,
  {
    open,
    to = "",
    ...more
  }: { open: OpenQuickOrder; to?: string; notice?: QuickOrderNotice } & Record<string, unknown>,
): void {
  const given = Object.entries(more).filter((entry): entry is [string, string] => typeof entry[1] === "string")
  const query = new URLSearchParams([["lang", languageOf(req, open.context.customer.language)], ...given])
  res.redirect(303, `${open.path}${to}?${query.toString()}`)
}
