import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { inTransaction } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"
import { isEmail } from "../../../rules/text"
import type { Shopper } from "../offers/read-store-products"
import { visibleProductIds } from "../offers/read-store-products"
import { invalidFields } from "../../errors/invalid-fields"
import { recordOfferRequest } from "./record-offer-request"

export interface OfferAsk {
  product_id: string
  variant_id?: string | undefined
  quantity: number
  name: string
  email: string
  phone?: string | undefined
  message?: string | undefined
  /** Nobody sees this field: a program fills it. */
  website?: string | undefined
  key: string
}

export interface Asker {
  shopper: Shopper
  /** Who is logged in; null: a visitor. */
  customerId: string | null
  locale: string | null
  /** ISO 8601. */
  at: string
  asOf: CivilDate
}

interface AskedVariant {
  id: string
  title: string | null
}

/**
 * Somebody asks for a product that is sold on request (B11). What is hidden, or not sold in their channel, does not exist. The
 * e-mail address binds to nobody: whose request it is, the log-in alone says.
 */
export async function askForOffer(container: MedusaContainer, ask: OfferAsk, asker: Asker): Promise<void> {
  const refuse = (field: string, reason: string): never => {
    throw invalidFields("The request was not sent", [{ field, reason }])
  }
  if (ask.website) {
    refuse("website", "must be left empty")
  }
  const email = ask.email.toLowerCase()
  if (!isEmail(email)) {
    refuse("email", "must be an e-mail address")
  }
  const [visible] = await visibleProductIds(container, asker.shopper, { productIds: [ask.product_id] })
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const [stored] = visible ? await billing.offersOf([visible]) : []
  if (!stored?.offer.on_request) {
    return refuse("product_id", "is not sold on request here")
  }
  const variant = ask.variant_id === undefined ? null : await variantOf(container, ask.variant_id, ask.product_id)
  if (ask.variant_id !== undefined && !variant) {
    refuse("variant_id", "is none of the product")
  }
  const title = [await titleOf(container, ask.product_id), variant?.title].filter(Boolean).join(", ")
  await inTransaction(billing.db.knex, (trx) =>
    recordOfferRequest(trx, {
      source: "storefront",
      product_id: ask.product_id,
      variant_id: variant?.id ?? null,
      title,
      quantity: ask.quantity,
      name: ask.name,
      email,
      phone: ask.phone || null,
      message: ask.message || null,
      customer_id: asker.customerId,
      region_id: asker.shopper.regionId,
      sales_channel_id: asker.shopper.salesChannelIds[0] ?? null,
      locale: asker.locale,
      // Whose form it is, is part of its key: nobody can take the key of another's.
      form_key: `${asker.customerId ?? email}:${ask.key}`,
      received_at: asker.at,
      as_of: asker.asOf,
    }),
  )
}

async function variantOf(container: MedusaContainer, id: string, productId: string): Promise<AskedVariant | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "variant", fields: ["id", "title"], filters: { id, product_id: productId } })
  return (data as AskedVariant[])[0] ?? null
}

async function titleOf(container: MedusaContainer, productId: string): Promise<string> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product", fields: ["title"], filters: { id: productId } })
  return (data as { title: string }[])[0]?.title ?? ""
}
