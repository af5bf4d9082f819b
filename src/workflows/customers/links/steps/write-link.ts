import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { addTimeline, inTransaction, type Actor } from "../../../../modules/core"
import { createLink, CUSTOMERS_MODULE, type CustomersModuleService } from "../../../../modules/customers"
import type { CivilDate } from "../../../../rules/calendar"

export interface CreateQuickOrderLinkInput {
  id: string
  profile_id: string
  /** SHA-256 of the token. What a workflow is given is stored for days, so that the token is none of it. */
  token_hash: string
  /** ISO 8601 instants: a workflow's input is JSON. */
  created_at: string
  expires_at: string
  as_of: CivilDate
  actor: Actor
}

/**
 * Writes a link and ends the one before it, with its entry in the profile's time line. An id and a hash are written once, so that
 * a second run is refused; there is nothing to compensate, as nobody knows the token before it is written.
 */
export const writeQuickOrderLinkStep = createStep(
  "customers-write-quick-order-link",
  async (input: CreateQuickOrderLinkInput, { container }) => {
    const { knex } = container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
    const { id, profile_id, token_hash, as_of, actor, expires_at } = input
    const link = { id, profileId: profile_id, tokenHash: token_hash, expiresAt: new Date(expires_at) }
    await inTransaction(knex, async (trx) => {
      if (!(await createLink(trx, link, { at: new Date(input.created_at), by: actor }))) {
        throw new MedusaError(MedusaError.Types.NOT_FOUND, `Profile with id: ${profile_id} was not found`)
      }
      await addTimeline(trx, [
        {
          room: "customers",
          subject: "profile",
          subject_id: profile_id,
          type: "customers.quick_order_link.created",
          as_of,
          actor,
          data: { link_id: id, expires_at },
        },
      ])
    })
    return new StepResponse({ id })
  },
)
