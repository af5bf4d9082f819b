import type { AccountHolderDTO, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { collectorFor, type SaveAnswer, type SavedMethod } from "../../../../collectors"
import { completeMethod } from "../complete-method"

export interface SavePaymentMethodInput {
  provider_id: string
  data: Record<string, unknown>
  account_holder: AccountHolderDTO
}

const refuse = (reason: string): MedusaError => new MedusaError(MedusaError.Types.NOT_ALLOWED, reason)

/** The method that `data` names, where the account holder has it saved already. */
async function findListed(container: MedusaContainer, input: SavePaymentMethodInput): Promise<SavedMethod | null> {
  const wanted = input.data.payment_method
  if (typeof wanted !== "string") {
    return null
  }
  const { provider_id, account_holder } = input
  const context = { account_holder: { data: account_holder.data } }
  const listed = await container.resolve(Modules.PAYMENT).listPaymentMethods({ provider_id, context })
  const method = listed.find(({ id }) => id === wanted)
  return method
    ? collectorFor(provider_id).readListed({ id: method.id, data: method.data ?? {} }, account_holder)
    : null
}

async function saveNew(container: MedusaContainer, input: SavePaymentMethodInput): Promise<SaveAnswer> {
  const { provider_id, account_holder } = input
  const collector = collectorFor(provider_id)
  const request = collector.saveRequest(input.data)
  if (!request.ok) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, request.reason)
  }
  const context = { account_holder: { data: account_holder.data } }
  const saving = container.resolve(Modules.PAYMENT).createPaymentMethods([{ provider_id, data: request.data, context }])
  const [saved] = await saving.catch((error: unknown) => {
    throw refuse(`The payment method was not saved: ${error instanceof Error ? error.message : String(error)}`)
  })
  if (!saved) {
    return { kind: "refused", reason: "the provider saved nothing" }
  }
  const answer = collector.readSaved({ id: saved.id, data: saved.data ?? {} }, account_holder)
  return answer.kind === "saved"
    ? { ...answer, method: await completeMethod(container, { provider_id, method: answer.method }) }
    : answer
}

/**
 * Saves a payment method with the provider, or uses one saved already. No compensation: it belongs to the customer, and
 * saving it charges nothing.
 */
export const savePaymentMethodStep = createStep(
  "billing-save-payment-method",
  async (input: SavePaymentMethodInput, { container }) => {
    const listed = await findListed(container, input)
    const answer: SaveAnswer = listed ? { kind: "saved", method: listed } : await saveNew(container, input)
    if (answer.kind === "refused") {
      throw refuse(`The payment method was not saved: ${answer.reason}`)
    }
    return new StepResponse(answer)
  },
)
