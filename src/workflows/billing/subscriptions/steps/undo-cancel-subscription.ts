import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  endsWithoutConsent,
  readSubscription,
} from "../../../../modules/billing"
import { undoCancelChange } from "../../../../rules/billing"
import { changeOneSubscription } from "../change-one-subscription"

export interface UndoCancelSubscriptionInput extends ChangeContext {
  id: string
  version?: number | undefined
  /** The customer who must own it; another's is not found. Admins leave it out. */
  customer_id?: string
}

/** Undoes a cancellation, in one transaction, so the step needs no compensation. */
export const undoCancelSubscriptionStep = createStep(
  "billing-undo-cancel-subscription",
  async (input: UndoCancelSubscriptionInput, { container }) => {
    await refuseWithoutConsent(container, input)
    return new StepResponse(
      await changeOneSubscription(container, input, (row, options) => undoCancelChange(row, input.as_of, options)),
    )
  },
)

/** A customer who did not agree to the new price does not keep the old one by undoing the end. */
async function refuseWithoutConsent(
  container: MedusaContainer,
  { id, customer_id }: UndoCancelSubscriptionInput,
): Promise<void> {
  if (customer_id === undefined) {
    return
  }
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const { cancel_on: on } = await readSubscription(knex, id, { customer_id })
  if (on !== null && (await endsWithoutConsent(knex, { subscriptionId: id, on }))) {
    const reason = "It ends because the new price was not accepted: ask the store"
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, reason)
  }
}
