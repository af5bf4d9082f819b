import { createHash, randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { newId, type Actor } from "../../../modules/core"
import type { PaymentLinkPurpose } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { paymentLinkUrl } from "./payment-link-url"
import { writePaymentLinkStep, type CreatePaymentLinkInput } from "./steps/write-payment-link"

/**
 * Writes a payment link of which only the token's hash is known here: what a workflow is given stays in the database for days.
 * `createPaymentLink` draws the token and answers the address.
 */
export const createPaymentLinkWorkflow = createWorkflow(
  "billing-create-payment-link",
  (input: CreatePaymentLinkInput) => new WorkflowResponse(writePaymentLinkStep(input)),
)

export interface NewLink {
  invoice_id: string
  /** `copy`: takes the place of the one that was made to be copied before; `mail`: stands beside those in earlier mails. */
  made_for: PaymentLinkPurpose
  actor: Actor
  as_of: CivilDate
  expires_on?: CivilDate
}

/** SHA-256 in hexadecimal: all that is kept of a token. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex")

const TOKEN_BYTES = 32

/**
 * Makes a payment link of an invoice and answers its address, this once: nothing that is stored leads back to it. Throws
 * where the invoice asks for nothing, or where the store has no public address (option `pages.url`).
 */
export async function createPaymentLink(
  container: MedusaContainer,
  link: NewLink,
): Promise<{ id: string; url: string; expires_on: CivilDate }> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url")
  const url = paymentLinkUrl(container, token)
  const { result } = await createPaymentLinkWorkflow(container).run({
    input: { ...link, id: newId("bpl"), token_hash: hashOfToken(token) },
  })
  return { id: result.id, url, expires_on: result.expires_on }
}
