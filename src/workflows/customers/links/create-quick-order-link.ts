import type { MedusaContainer } from "@medusajs/framework/types"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { CORE_MODULE, type CoreModuleService, newId, type Actor } from "../../../modules/core"
import { linkTokenHash, newLinkToken } from "../../../modules/customers"
import type { CivilDate } from "../../../rules/calendar"
import { linkAddress, linkExpiry } from "../../../rules/customers"
import { writeQuickOrderLinkStep, type CreateQuickOrderLinkInput } from "./steps/write-link"

/** Writes a link of which only the token's hash is known here; `createQuickOrderLink` draws the token. */
export const createQuickOrderLinkWorkflow = createWorkflow(
  "customers-create-quick-order-link",
  (input: CreateQuickOrderLinkInput) => new WorkflowResponse(writeQuickOrderLinkStep(input)),
)

export interface NewQuickOrderLink {
  profile_id: string
  /** The public address of this server, by the settings. */
  base_url: string
  at: Date
  as_of: CivilDate
  actor: Actor
}

/**
 * Makes the quick-order link of a profile, in place of the one before it, and answers its address, this once: nothing that is
 * stored leads back to it (C20). Throws NOT_FOUND.
 */
export async function createQuickOrderLink(
  container: MedusaContainer,
  { profile_id, base_url, at, as_of, actor }: NewQuickOrderLink,
): Promise<{ id: string; url: string; expires_at: string }> {
  const { linkUrl, linkDays } = container.resolve<CoreModuleService>(CORE_MODULE).options.pages.quickOrders
  const token = newLinkToken()
  const expires_at = linkExpiry(at, linkDays).toISOString()
  const input = {
    id: newId("clink"),
    profile_id,
    token_hash: linkTokenHash(token),
    created_at: at.toISOString(),
    expires_at,
    as_of,
    actor,
  }
  await createQuickOrderLinkWorkflow(container).run({ input })
  return { id: input.id, url: linkUrl?.replaceAll("{token}", token) ?? linkAddress(base_url, token), expires_at }
}
