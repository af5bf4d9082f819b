import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../../modules/billing"
import { pauseChange } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { changeOneSubscription } from "../../subscriptions/change-one-subscription"

export interface PauseSubscriptionInput extends ChangeContext {
  id: string
  /** The day on which it goes on; null: until it is resumed. */
  until: CivilDate | null
  reason: string
  version?: number | undefined
}

/** Pauses, in one transaction, so the step needs no compensation. */
export const pauseSubscriptionStep = createStep(
  "billing-pause-subscription",
  async (input: PauseSubscriptionInput, { container }) => {
    const { until, reason, as_of: asOf } = input
    return new StepResponse(
      await changeOneSubscription(container, input, (row, options) =>
        pauseChange(row, { until, reason, asOf }, options),
      ),
    )
  },
)
