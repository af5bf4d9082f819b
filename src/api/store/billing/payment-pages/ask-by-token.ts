import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { PaymentOutcomeAnswer, PaymentPageAnswer } from "../../../../contracts/billing/payment-pages"
import {
  BILLING_MODULE,
  type BillingModuleService,
  countPaymentLinkUse,
  type PaymentLinkRecord,
} from "../../../../modules/billing"
import { compareDates } from "../../../../rules/calendar"
import { formSettings } from "../../../../workflows/billing/payment-pages/offered-forms"
import { asFormSession } from "../../../../workflows/billing/payment-pages/page-sessions"
import { payInvoiceWorkflow, type PayInvoiceInput } from "../../../../workflows/billing/payment-pages/pay-invoice"
import { readPaymentPage, type PaymentPage } from "../../../../workflows/billing/payment-pages/read-payment-page"
import { canSave } from "../../../../workflows/billing/payment-pages/save-while-paying"
import { readTransferDetails } from "../../../../workflows/billing/payment-pages/transfer-details"
import { countAskOf, refuseAsk } from "../../../limit-asks"
import { paymentLinkOf } from "../../../payment-link-of"
import { storeDate } from "../../../store-date"

const gone = (): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_FOUND, "This link does not open anything: it has ended, or there is none")

/** The link of a body's token. Wrong tokens are counted by address; null: there were too many, and 429 was answered. */
export async function askByToken(
  req: MedusaRequest,
  res: MedusaResponse,
  token: string,
): Promise<PaymentLinkRecord | null> {
  const link = await paymentLinkOf(req, token)
  if (link) {
    return link
  }
  const wait = await countAskOf(req, "payment-link")
  if (!wait) {
    throw gone()
  }
  refuseAsk(res, { what: "payment-link", wait })
  return null
}

/** The payment page of a link, as JSON. */
export async function presentPaymentPage(req: MedusaRequest, link: PaymentLinkRecord): Promise<PaymentPageAnswer> {
  const page = await readPaymentPage(req.scope, link.invoice_id)
  if (!page) {
    throw gone()
  }
  const { invoice, state, open, offered, begun } = page
  const asOf = await storeDate(req.scope)
  return {
    state,
    invoice: {
      number: invoice.number,
      due_on: invoice.due_on,
      is_overdue: state === "open" && compareDates(invoice.due_on, asOf) < 0,
      paid_on: invoice.paid_on,
      currency_code: invoice.currency_code,
      total: invoice.total,
      open,
      document: invoice.document,
    },
    ways: offered.map(({ provider_id, form }) => ({
      provider_id,
      kind: form.kind,
      can_save: canSave(invoice, provider_id),
      title: { en: form.title("en"), fr: form.title("fr") },
    })),
    session: begun && {
      provider_id: begun.session.provider_id,
      data: begun.form.storefrontData?.(asFormSession(begun.session), formSettings(req.scope)) ?? {},
    },
    transfer: transferOf(req, page),
  }
}

function transferOf(req: MedusaRequest, page: PaymentPage): PaymentPageAnswer["transfer"] {
  if (!page.offered.some(({ form }) => form.kind === "instructions")) {
    return null
  }
  const { holder, iban, bic, reference } = readTransferDetails(req.scope, page)
  return { holder, iban, bic, reference }
}

type Asked = Pick<PayInvoiceInput, "action" | "provider_id" | "fields">

/** Pays by a link, counted by link and address, and answers what came of it. */
export async function payByToken(
  req: MedusaRequest,
  res: MedusaResponse,
  { token, ...asked }: Asked & { token: string },
): Promise<void> {
  const link = await askByToken(req, res, token)
  const wait = link ? await countAskOf(req, "payment-page", { link: link.id }) : 0
  if (wait) {
    refuseAsk(res, { what: "payment-page", wait })
  } else if (link) {
    const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
    await countPaymentLinkUse(knex, link.id)
    const input = { invoice_id: link.invoice_id, ...asked, as_of: await storeDate(req.scope) }
    const { result } = await payInvoiceWorkflow(req.scope).run({ input })
    const answer: PaymentOutcomeAnswer = {
      outcome: result.outcome,
      payment_page: await presentPaymentPage(req, link),
    }
    res.json(answer)
  }
}
