import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, setPriceAnswerToken } from "../../../../modules/billing"

export interface WritePriceAnswerLinkInput {
  id: string
  token_hash: string
}

/** Answers false where no answer is asked for. No compensation: nobody has the address of a link that was not sent. */
export const writePriceAnswerLinkStep = createStep(
  "billing-write-price-answer-link",
  async (input: WritePriceAnswerLinkInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    return new StepResponse(await setPriceAnswerToken(knex, input))
  },
)
