import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { BILLING_MODULE, type BillingModuleService, countPaymentLinkUse } from "../../../modules/billing"
import type { PaymentNotice } from "../../../pages/payment/payment-texts"
import { payInvoiceWorkflow } from "../../../workflows/billing/payment-pages/pay-invoice"
import type { PagePayment } from "../../../workflows/billing/payment-pages/page-payment"
import { countAskOf } from "../../limit-asks"
import { storeDate } from "../../store-date"
import { languageOf, sendProblem } from "../send-page"
import { isFromElsewhere } from "../page-session"
import { openLink, pathOfLink, type OpenLink } from "./link-session"

const NOTICES: Partial<Record<PagePayment["outcome"], PaymentNotice>> = {
  declined: "declined",
  unavailable: "unavailable",
}

const LONGEST_FIELD = 500

/** The fields of a form, text alone. */
function fieldsOf(body: unknown): Record<string, string> {
  const entries = typeof body === "object" && body !== null ? Object.entries(body) : []
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1].length <= LONGEST_FIELD,
    ),
  )
}

/** Takes a form of the payment page: in a session of the link, by a key of the page's, and not too often. */
export async function payByForm(req: MedusaRequest, res: MedusaResponse, action: "begin" | "confirm"): Promise<void> {
  const open = await openLink(req)
  if (!open) {
    sendProblem(req, res, "not_yours")
    return
  }
  const { form_key, provider_id, ...fields } = fieldsOf(req.body)
  if (isFromElsewhere(req) || !open.isFormKey(form_key)) {
    sendProblem(req, res, "not_yours", pathOfLink(open.link.id))
    return
  }
  const wait = await countAskOf(req, "payment-page", { link: open.link.id })
  if (wait) {
    res.setHeader("Retry-After", String(wait))
    sendProblem(req, res, "too_many", pathOfLink(open.link.id))
    return
  }
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  await countPaymentLinkUse(knex, open.link.id)
  await pay(req, res, { open, input: { action, provider_id, fields } })
}

interface Paying {
  open: OpenLink
  input: { action: "begin" | "confirm"; provider_id?: string | undefined; fields: Record<string, string> }
}

/** Pays, and leads back to the page: a reload sends nothing again. */
export async function pay(req: MedusaRequest, res: MedusaResponse, { open, input }: Paying): Promise<void> {
  const { result } = await payInvoiceWorkflow(req.scope).run({
    input: { invoice_id: open.link.invoice_id, ...input, as_of: await storeDate(req.scope) },
  })
  const notice = NOTICES[result.outcome]
  const query = new URLSearchParams({ lang: languageOf(req), ...(notice ? { notice } : {}) })
  res.redirect(303, `${pathOfLink(open.link.id)}?${query.toString()}`)
}
