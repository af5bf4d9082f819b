import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  insertPaymentLink,
  type NewPaymentLink,
  readInvoiceToPay,
} from "../../../../modules/billing"
import { CORE_MODULE, type CoreModuleService, addTimeline, inTransaction, type Actor } from "../../../../modules/core"
import { paymentPageState } from "../../../../rules/billing"
import { addDays, type CivilDate } from "../../../../rules/calendar"
import { pageFacts } from "../page-facts"

export interface CreatePaymentLinkInput extends Omit<NewPaymentLink, "expires_on" | "actor"> {
  actor: Actor
  /** Left out: by the store's option `pages.linkDays`. */
  expires_on?: CivilDate | undefined
}

/**
 * Writes a payment link with the hash of its token, and its entry in the invoice's time line. An id is written once, so that a
 * second run is refused; there is nothing to compensate, as nobody knows the token before it is written.
 */
export const writePaymentLinkStep = createStep(
  "billing-write-payment-link",
  async ({ actor, ...input }: CreatePaymentLinkInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const { linkDays } = container.resolve<CoreModuleService>(CORE_MODULE).options.pages
    const invoice = await readInvoiceToPay(knex, input.invoice_id)
    if (!invoice) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${input.invoice_id} was not found`)
    }
    if (paymentPageState(pageFacts(invoice, null)) === "settled") {
      const reason = `Invoice ${invoice.number} asks for no payment: there is nothing to make a link for`
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, reason)
    }
    const link = { ...input, actor, expires_on: input.expires_on ?? addDays(input.as_of, linkDays) }
    await inTransaction(knex, async (trx) => {
      await insertPaymentLink(trx, link)
      await addTimeline(trx, [
        {
          room: "billing",
          subject: "invoice",
          subject_id: link.invoice_id,
          type: "billing.payment_link.created",
          as_of: link.as_of,
          actor,
          data: { link_id: link.id, made_for: link.made_for, expires_on: link.expires_on },
        },
      ])
    })
    return new StepResponse({ id: link.id, invoice_id: link.invoice_id, expires_on: link.expires_on })
  },
)
