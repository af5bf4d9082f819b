import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, readSubscriptions } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { requireOwner } from "../subscriptions/change-one-subscription"
import { planChange, type ChangePreview, type ChangeWish } from "./plan/plan-change"

export interface PreviewChangeInput {
  id: string
  wish: ChangeWish
  as_of: CivilDate
  customer_id?: string
}

/** What a change would do and come to. It is decided as the change itself is, and writes nothing. */
export async function previewChange(container: MedusaContainer, input: PreviewChangeInput): Promise<ChangePreview> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const [subscription] = await readSubscriptions(knex, [input.id])
  if (!subscription) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Subscription with id: ${input.id} was not found`)
  }
  requireOwner(subscription.row, input)
  return (await planChange(container, subscription, { wish: input.wish, asOf: input.as_of })).preview
}
