import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { attemptToConfirm, BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { ChargeSessions } from "./charge-sessions"
import { collectNowWorkflow } from "./collect-now"

export interface ConfirmAttemptInput {
  renewal_id: string
  as_of: CivilDate
  /** What the payment form adds to the session's data: what the customer has posted, where the provider wants it. */
  data?: Record<string, unknown>
}

/** Nothing to compensate: what the customer has confirmed stays so, and asking again does no harm. */
const prepareConfirmationStep = createStep(
  "billing-prepare-confirmation",
  async ({ renewal_id, data }: ConfirmAttemptInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const attempt = await attemptToConfirm(knex, renewal_id)
    if (!attempt) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Nothing of this renewal waits to be confirmed")
    }
    if (data && Object.keys(data).length) {
      const sessions = new ChargeSessions(container.resolve(Modules.PAYMENT))
      const session = (await sessions.read([attempt.payment_session_id])).get(attempt.payment_session_id)
      if (session) {
        await sessions.store([{ id: session.id, status: session.status, data: { ...session.data, ...data } }])
      }
    }
    return new StepResponse(attempt)
  },
)

/**
 * After the customer has confirmed a charge that their bank asked about: the provider is asked what came of that same
 * attempt, and renewal, invoice and subscription are settled. Answers its state: `paid`, or `requires_action` again.
 */
export const confirmAttemptWorkflow = createWorkflow("billing-confirm-attempt", (input: ConfirmAttemptInput) => {
  const attempt = prepareConfirmationStep(input)
  const results = collectNowWorkflow.runAsStep({
    input: transform({ input, attempt }, ({ input, attempt }) => ({
      renewal_ids: [attempt.renewal_id],
      as_of: input.as_of,
    })),
  })
  return new WorkflowResponse(transform(results, (results) => results[0] ?? null))
})
