import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, findPaymentLink, revokePaymentLink } from "../../../modules/billing"
import { addTimeline, inTransaction, type Actor } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"

export interface RevokePaymentLinkInput {
  id: string
  as_of: CivilDate
  actor: Actor
}

/** Ends a link; a second run changes nothing. What was ended is not given back, so there is no compensation. */
const revokePaymentLinkStep = createStep(
  "billing-revoke-payment-link",
  async ({ id, as_of, actor }: RevokePaymentLinkInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const link = await findPaymentLink(knex, id)
    if (!link) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Payment link with id: ${id} was not found`)
    }
    await inTransaction(knex, async (trx) => {
      if (await revokePaymentLink(trx, { id, as_of, actor })) {
        await addTimeline(trx, [
          {
            room: "billing",
            subject: "invoice",
            subject_id: link.invoice_id,
            type: "billing.payment_link.revoked",
            as_of,
            actor,
            data: { link_id: id },
          },
        ])
      }
    })
    return new StepResponse({ id, invoice_id: link.invoice_id })
  },
)

/** Ends a payment link: it opens nothing any more, nor do the pages that were opened by it. */
export const revokePaymentLinkWorkflow = createWorkflow(
  "billing-revoke-payment-link",
  (input: RevokePaymentLinkInput) => new WorkflowResponse(revokePaymentLinkStep(input)),
)
