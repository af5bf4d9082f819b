import { MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { addTimeline, inTransaction, type Actor } from "../../../modules/core"
import { CUSTOMERS_MODULE, type CustomersModuleService, findLink, revokeLink } from "../../../modules/customers"
import type { CivilDate } from "../../../rules/calendar"

export interface RevokeQuickOrderLinkInput {
  id: string
  /** An ISO 8601 instant. */
  revoked_at: string
  as_of: CivilDate
  actor: Actor
}

/** Ends a link; the first time counts. What was ended is not given back, so there is no compensation. */
const revokeQuickOrderLinkStep = createStep(
  "customers-revoke-quick-order-link",
  async ({ id, revoked_at, as_of, actor }: RevokeQuickOrderLinkInput, { container }) => {
    const { knex } = container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
    const link = await findLink(knex, id)
    if (!link) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Quick-order link with id: ${id} was not found`)
    }
    await inTransaction(knex, async (trx) => {
      if (await revokeLink(trx, id, new Date(revoked_at))) {
        await addTimeline(trx, [
          {
            room: "customers",
            subject: "profile",
            subject_id: link.profileId,
            type: "customers.quick_order_link.revoked",
            as_of,
            actor,
            data: { link_id: id },
          },
        ])
      }
    })
    return new StepResponse({ id, profile_id: link.profileId })
  },
)

/** Ends a quick-order link: it opens nothing any more, nor do the pages that were opened by it. */
export const revokeQuickOrderLinkWorkflow = createWorkflow(
  "customers-revoke-quick-order-link",
  (input: RevokeQuickOrderLinkInput) => new WorkflowResponse(revokeQuickOrderLinkStep(input)),
)
