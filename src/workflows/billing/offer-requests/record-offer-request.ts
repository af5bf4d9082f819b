import { createHash } from "node:crypto"
import { insertOfferRequest, type NewOfferRequest } from "../../../modules/billing"
import { addOutboxEvents, type Database } from "../../../modules/core"
import type { ProductRequests } from "../../ports/product-requests"

export type RecordedRequest = Omit<NewOfferRequest, "id">

/** Records a request with its event, in the caller's transaction: one form asks once, and the id follows from its key. */
export async function recordOfferRequest(trx: Database, request: RecordedRequest): Promise<string> {
  const id = `breq_${createHash("sha256").update(request.form_key).digest("hex").slice(0, 26).toUpperCase()}`
  if (await insertOfferRequest(trx, { id, ...request })) {
    const { product_id, variant_id, quantity, customer_id, source } = request
    const data = { id, product_id, variant_id, quantity, customer_id, source }
    await addOutboxEvents(trx, [{ name: "billing.offer_request.received", data }])
  }
  return id
}

/** What is asked for by quick-order links stands among the other requests. */
export const requestsOfProducts: ProductRequests = {
  record: (trx, request) =>
    recordOfferRequest(trx, {
      source: "quick_order",
      product_id: request.productId,
      variant_id: request.variantId,
      title: request.title,
      quantity: request.quantity,
      name: request.name,
      email: request.email,
      phone: null,
      message: request.message,
      customer_id: request.customerId,
      region_id: request.regionId,
      sales_channel_id: request.salesChannelId,
      locale: request.locale,
      form_key: request.formKey,
      received_at: request.receivedAt,
      as_of: request.asOf,
    }),
}
