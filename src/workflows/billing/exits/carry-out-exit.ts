import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { cancelSubscriptionWorkflow } from "../subscriptions/cancel-subscription"
import { finishExitStep } from "./steps/finish-exit"
import { loadOpenExitStep } from "./steps/load-open-exit"
import type { CarryOutExitInput } from "./steps/finish-exit"

/**
 * Carries out a declaration that was left to an admin: cancels its subscription now or for its period's end, or says that it is
 * done already. The customer gets the acknowledgement with the date on which the contract ends.
 */
export const carryOutExitWorkflow = createWorkflow("billing-carry-out-exit", (input: CarryOutExitInput) => {
  const exit = loadOpenExitStep(input)
  when("billing-exit-cancels", input, ({ when: time }) => time !== "done").then(() => {
    const cancel = transform(
      { input, exit },
      ({ input: { when: time, note, as_of, actor }, exit: { id, subscription_id } }) => ({
        id: subscription_id,
        when: time === "now" ? ("now" as const) : ("period_end" as const),
        reason: note ?? `exit page: ${id}`,
        as_of,
        actor,
      }),
    )
    cancelSubscriptionWorkflow.runAsStep({ input: cancel })
  })
  return new WorkflowResponse(finishExitStep({ input, exit }))
})
