import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { drawPayment } from "../../../pages/payment/draw-payment"
import { PAYMENT_NOTICES } from "../../../pages/payment/payment-texts"
import type { PaymentContent } from "../../../pages/payment/payment-view"
import { compareDates } from "../../../rules/calendar"
import { formSettings } from "../../../workflows/billing/payment-pages/offered-forms"
import { asFormSession } from "../../../workflows/billing/payment-pages/page-sessions"
import { readPaymentPage, type PaymentPage } from "../../../workflows/billing/payment-pages/read-payment-page"
import { canSave } from "../../../workflows/billing/payment-pages/save-while-paying"
import { readTransferDetails } from "../../../workflows/billing/payment-pages/transfer-details"
import { storeDate } from "../../store-date"
import { pageContext } from "../page-context"
import { languageOf, sendPage, sendProblem } from "../send-page"
import { pathOfLink, type OpenLink } from "./link-session"

/** Answers with the payment page of a link that its holder has open. */
export async function sendPaymentPage(req: MedusaRequest, res: MedusaResponse, open: OpenLink): Promise<void> {
  const page = await readPaymentPage(req.scope, open.link.invoice_id)
  if (!page) {
    sendProblem(req, res, "link_gone")
    return
  }
  const content = await contentOf(req, page, open)
  sendPage(res, drawPayment(content, pageContext(req)), content.begun?.markup?.sources)
}

async function contentOf(req: MedusaRequest, page: PaymentPage, { link, formKey }: OpenLink): Promise<PaymentContent> {
  const { invoice, state, open, offered } = page
  const language = languageOf(req, invoice.document.locale)
  const path = pathOfLink(link.id)
  const asOf = await storeDate(req.scope)
  const ways = offered.filter(({ provider_id }) => state !== "open" || provider_id !== page.begun?.session.provider_id)
  return {
    language,
    document: invoice.document,
    state,
    open,
    received: page.received,
    dueOn: invoice.due_on,
    isOverdue: compareDates(invoice.due_on, asOf) < 0,
    paidOn: invoice.paid_on,
    ways: ways.map(({ provider_id, form }) => ({
      providerId: provider_id,
      title: form.title(language),
      kind: form.kind,
      canSave: canSave(invoice, provider_id),
    })),
    begun: page.begun && {
      kind: page.begun.form.kind,
      markup: page.begun.form.render({
        amount: open,
        currencyCode: invoice.currency_code,
        language,
        settings: formSettings(req.scope),
        session: asFormSession(page.begun.session),
        returnPath: `${path}/return?lang=${language}`,
      }),
    },
    transfer: ways.some(({ form }) => form.kind === "instructions") ? transferOf(req, page, path) : null,
    notice: PAYMENT_NOTICES.find((notice) => notice === req.query.notice) ?? null,
    documents: [{ format: "PDF", href: `${path}/document/pdf` }],
    path,
    formKey,
  }
}

function transferOf(req: MedusaRequest, page: PaymentPage, path: string): PaymentContent["transfer"] {
  const { hasQrBill, ...details } = readTransferDetails(req.scope, page)
  return { ...details, qrBill: hasQrBill ? `${path}/document/qr-bill` : null }
}
