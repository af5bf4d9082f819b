import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, markClosed, markQuoted } from "../../../../modules/billing"
import { addOutboxEvents, inTransaction } from "../../../../modules/core"
import type { CivilDate } from "../../../../rules/calendar"
import type { PlannedQuote, QuoteOfferRequestInput } from "./plan-quote"

const ANSWERED = "The request was answered by somebody else meanwhile"

/** Says that a request has its draft order. The last step: there is nothing to compensate. */
export const recordQuoteStep = createStep(
  "billing-record-quote",
  async ({ input, planned }: { input: QuoteOfferRequestInput; planned: PlannedQuote }, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const { order_id, variant_id, quantity, unit_price, currency_code } = planned
    const quoted = { id: input.id, order_id, variant_id, quantity, unit_price, currency_code }
    await inTransaction(knex, async (trx) => {
      if (!(await markQuoted(trx, { ...quoted, handled_by: input.actor, handled_on: input.as_of }))) {
        throw new MedusaError(MedusaError.Types.CONFLICT, ANSWERED)
      }
      await addOutboxEvents(trx, [{ name: "billing.offer_request.quoted", data: quoted }])
    })
    return new StepResponse(undefined)
  },
)

export interface CloseOfferRequestInput {
  id: string
  reason: string
  as_of: CivilDate
  actor: string
}

/** Closes an open request without a quote. */
export const closeOfferRequestStep = createStep(
  "billing-close-offer-request",
  async ({ id, reason, as_of, actor }: CloseOfferRequestInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    await inTransaction(knex, async (trx) => {
      if (!(await markClosed(trx, { id, note: reason, handled_by: actor, handled_on: as_of }))) {
        throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The request is answered already, or there is none")
      }
      await addOutboxEvents(trx, [{ name: "billing.offer_request.closed", data: { id, reason } }])
    })
    return new StepResponse(undefined)
  },
)
