import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../../modules/billing"
import { pauseChange } from "../../../../rules/billing"
import { addDays, type CivilDate } from "../../../../rules/calendar"
import { requireAllowed } from "../require-allowed"
import { requireNoneBilled } from "../scheduled-terms"
import { changeOneSubscription } from "../../subscriptions/change-one-subscription"

export interface PauseSubscriptionInput extends ChangeContext {
  id: string
  /** The day on which it goes on; null: until it is resumed. */
  until: CivilDate | null
  reason: string
  version?: number | undefined
  /** The customer who must own it; admins leave it out. */
  customer_id?: string
}

/** Pauses, in one transaction, so the step needs no compensation. */
export const pauseSubscriptionStep = createStep(
  "billing-pause-subscription",
  async (input: PauseSubscriptionInput, { container }) => {
    const { until, reason, as_of: asOf } = input
    const changed = await changeOneSubscription(container, input, async (row, options, trx) => {
      requireAllowed("pause", input, options)
      await requireNoneBilled(trx, row)
      const most = input.customer_id === undefined ? null : addDays(asOf, options.customerPauseDays)
      return pauseChange(row, { until, reason, asOf, most }, options)
    })
    return new StepResponse(changed)
  },
)
