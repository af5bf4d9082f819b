import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../../modules/billing"
import { earlyRenewalChange } from "../../../../rules/billing"
import { requireAllowed } from "../require-allowed"
import { changeOneSubscription } from "../../subscriptions/change-one-subscription"
import type { BegunChange } from "./begin-change"

export interface EarlyRenewalInput extends ChangeContext {
  id: string
  version?: number | undefined
  /** The customer who must own it; admins leave it out. */
  customer_id?: string
}

/** Makes the next cycle due, in one transaction: where its bill fails, the next run makes it. */
export const askEarlyRenewalStep = createStep(
  "billing-ask-early-renewal",
  async (input: EarlyRenewalInput, { container }) => {
    const { id } = await changeOneSubscription(container, input, (row, options) => {
      requireAllowed("renew_early", input, options)
      return earlyRenewalChange(row, input.as_of, options)
    })
    const begun: BegunChange = { id: `early_${id}_${input.as_of}`, subscription_id: id, isBilledNow: true }
    return new StepResponse(begun)
  },
)
