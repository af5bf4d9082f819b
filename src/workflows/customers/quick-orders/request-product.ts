import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { addOutboxEvents, inTransaction } from "../../../modules/core"
import {
  createNote,
  CUSTOMERS_MODULE,
  type CustomersModuleService,
  recordLinkUse,
  REQUEST,
} from "../../../modules/customers"
import { checkNote } from "../../../rules/customers"
import { productRequests } from "../../ports/product-requests"
import { recordChanges } from "../profiles/editing"
import type { QuickOrderContext } from "./quick-order-context"
import type { ShownVariant } from "./read-catalogue"

export interface ProductRequest {
  variant: ShownVariant
  quantity: number
  message: string | null
  at: Date
}

/** The key of what was asked for, among the store's requests. */
export const requestFormKey = (key: string): string => `quick-order:${key}`

/**
 * A customer asks for a product that is sold on request: it stands among the store's requests, where it is quoted, and as a note of
 * theirs that is to be followed up today. The same words twice on a day are one request.
 */
export async function requestProduct(
  container: MedusaContainer,
  { link, customer, place, asOf }: QuickOrderContext,
  { variant, quantity, message, at }: ProductRequest,
): Promise<void> {
  const { knex } = container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  const { variantId } = variant.item
  const asked = JSON.stringify([link.id, variantId, asOf, quantity, message])
  const key = createHash("sha256").update(asked).digest("hex").slice(0, 26)
  const what = `${quantity} × ${variant.productTitle} (${variant.title})`
  const text = [`Requested by quick-order link: ${what}`, message].filter(Boolean).join("\n")
  const checked = checkNote(null, { text, priority: "high", follow_up_on: asOf })
  if (!checked.ok) {
    return
  }
  const note = { id: `cnote_${key}`, profileId: customer.profileId, fields: checked.fields }
  await inTransaction(knex, async (trx) => {
    if (
      (await recordLinkUse(trx, link.id, `${REQUEST}${key}`, at)) &&
      (await createNote(trx, note, { at, by: null }))
    ) {
      const request_id = await productRequests.get().record(trx, {
        formKey: requestFormKey(key),
        productId: variant.productId,
        variantId,
        title: `${variant.productTitle}, ${variant.title}`,
        quantity,
        name: customer.name,
        email: customer.email,
        message,
        customerId: customer.customer?.id ?? null,
        regionId: place.regionId,
        salesChannelId: place.salesChannelId,
        locale: customer.language,
        receivedAt: at.toISOString(),
        asOf,
      })
      const by = { profile_id: customer.profileId, link_id: link.id, variant_id: variantId, quantity }
      const of = { ...by, note_id: note.id, request_id }
      await addOutboxEvents(trx, [{ name: "customers.quick_order.requested", data: of }])
      const editing = { at: at.toISOString(), as_of: asOf, by: null }
      const said = { profileId: customer.profileId, type: "quick_order_requested", data: { note_id: note.id } } as const
      await recordChanges(trx, editing, [said])
    }
  })
}
