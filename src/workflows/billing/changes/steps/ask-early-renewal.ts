import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type ChangeContext, type ChangeRecord, scheduledChanges } from "../../../../modules/billing"
import { earlyRenewalChange, type ChangeAnswer } from "../../../../rules/billing"
import { requireAllowed } from "../require-allowed"
import { changeOneSubscription } from "../../subscriptions/change-one-subscription"
import type { BegunChange } from "./begin-change"

export interface EarlyRenewalInput extends ChangeContext {
  id: string
  version?: number | undefined
  /** The customer who must own it; admins leave it out. */
  customer_id?: string
}

/** Its next bill writes the new terms, which are not to hold before their day. */
const waitsForChange = ({ on_date }: Pick<ChangeRecord, "on_date">): ChangeAnswer => ({
  ok: false,
  reason: `It is for something else from ${on_date} on: renew it early after that, or take the change back`,
})

/** Makes the next cycle due, in one transaction: where its bill fails, the next run makes it. */
export const askEarlyRenewalStep = createStep(
  "billing-ask-early-renewal",
  async (input: EarlyRenewalInput, { container }) => {
    const { id } = await changeOneSubscription(container, input, async (row, options, trx) => {
      requireAllowed("renew_early", input, options)
      const [change] = await scheduledChanges(trx, [row.id])
      return change ? waitsForChange(change) : earlyRenewalChange(row, input.as_of, options)
    })
    const begun: BegunChange = { id: `early_${id}_${input.as_of}`, subscription_id: id, isBilledNow: true }
    return new StepResponse(begun)
  },
)
