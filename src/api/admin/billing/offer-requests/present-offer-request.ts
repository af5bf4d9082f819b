import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { OfferRequestAnswer } from "../../../../contracts/billing/offer-requests/offer-requests"
import {
  BILLING_MODULE,
  type BillingModuleService,
  findOfferRequest,
  type OfferRequestRow,
} from "../../../../modules/billing"

/** A request as an admin sees it. */
export const presentOfferRequest = ({
  form_key: _key,
  sales_channel_id: _channel,
  locale: _locale,
  ...row
}: OfferRequestRow): OfferRequestAnswer => ({ ...row, received_at: new Date(row.received_at).toISOString() })

/** A request by its id. Throws NOT_FOUND. */
export async function offerRequestDetail(container: MedusaContainer, id: string): Promise<OfferRequestAnswer> {
  const row = await findOfferRequest(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, id)
  if (!row) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Request with id: ${id} was not found`)
  }
  return presentOfferRequest(row)
}
