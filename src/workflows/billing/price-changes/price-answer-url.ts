import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { hashOfToken } from "../payment-pages/create-payment-link"
import { pagesUrl } from "../payment-pages/payment-link-url"
import { writePriceAnswerLinkStep, type WritePriceAnswerLinkInput } from "./steps/write-price-answer-link"

/** Of the token, the hash alone is known here: what a workflow is given stays in the database for days. */
export const createPriceAnswerLinkWorkflow = createWorkflow(
  "billing-create-price-answer-link",
  (input: WritePriceAnswerLinkInput) => new WorkflowResponse(writePriceAnswerLinkStep(input)),
)

const TOKEN_BYTES = 32

/**
 * A new address at which a new price is accepted or refused, without a log-in; it takes the place of the one before. null: the store
 * has no public address, or no answer is asked for any more.
 */
export async function priceAnswerUrl(container: MedusaContainer, priceChangeId: string): Promise<string | null> {
  const base = pagesUrl(container)
  if (base === null) {
    return null
  }
  const token = randomBytes(TOKEN_BYTES).toString("base64url")
  const input = { id: priceChangeId, token_hash: hashOfToken(token) }
  const { result: isWritten } = await createPriceAnswerLinkWorkflow(container).run({ input })
  return isWritten ? `${base}/pages/price/${token}` : null
}
