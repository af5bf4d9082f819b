import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PACKAGES_MODULE, type PackagesModuleService, readLineFacts } from "../../../modules/packages"
import { LINE_KEY, waitingLineId, type LineRecord } from "../../../rules/cart"
import { isTimed, packagePayload, PACKAGES_ROOM, type ContentProduct, type RentalTerms } from "../../../rules/packages"
import { LINE_IDS } from "../../cart/line-ids"
import { refuse } from "../../errors/refuse"
import { contentProductsOf } from "../catalog/content-products"
import { loadRecipeBook } from "../catalog/load-recipe-book"
import { deliveryProductOf } from "./delivery-product"

/** A line for Medusa to add; more of its fields count than their type has. */
export interface NewRentalItem {
  variant_id?: string
  title?: string
  quantity: number
  unit_price?: number
  metadata: Record<string, unknown>
  [field: string]: unknown
}

/** A single article that is priced by time. */
export interface RentedArticle {
  productId: string
  variantId: string
  unit: "day" | "hour"
  shown: ContentProduct
  shippingProfileId: string | null
}

/** The article of a variant. Refuses what is sold otherwise. */
export async function rentedArticle(container: MedusaContainer, variantId: string): Promise<RentedArticle> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "product.id", "product.shipping_profile.id"],
    filters: { id: variantId },
  })
  const [variant] = data as { product?: { id: string; shipping_profile?: { id: string } | null } | null }[]
  if (!variant?.product) {
    return refuse("variant_id", "There is no such variant")
  }
  const productId = variant.product.id
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const [row] = await readLineFacts(knex, { variants: [{ productId, variantId }], currencyCode: "" })
  const shown = contentProductsOf(row ? [row] : []).get(variantId)
  if (!row || !shown) {
    return refuse("variant_id", "There is no such variant")
  }
  if ((await loadRecipeBook(container, [productId]))[productId]) {
    refuse("variant_id", "It is a package: add it as one")
  }
  const { unit } = row
  if (!isTimed(unit)) {
    return refuse("variant_id", "It is not priced by the hour or the day: add it as a line item")
  }
  return { productId, variantId, unit, shown, shippingProfileId: variant.product.shipping_profile?.id ?? null }
}

export interface RentalToAdd {
  cartId: string
  quantity: number
  article: RentedArticle
  terms: RentalTerms
}

/** A line of a rented article for Medusa to add to a cart, and the record that waits for it. */
export async function newRentalLine(
  container: MedusaContainer,
  rental: RentalToAdd,
): Promise<{ record: LineRecord; item: NewRentalItem }> {
  const record = await waitingRecord(container, rental)
  return { record, item: itemOf(record, rental.article.shown, rental.quantity) }
}

async function waitingRecord(container: MedusaContainer, { cartId, article, terms }: RentalToAdd): Promise<LineRecord> {
  const { productId, variantId, shippingProfileId, shown } = article
  const isOut = terms.period !== null
  const isSent = isOut && shown.requiresShipping && shippingProfileId !== null
  const id = LINE_IDS.recordId()
  const key = LINE_IDS.key()
  return {
    ...{ id, key, cartId, lineId: waitingLineId(key), room: PACKAGES_ROOM, kind: "rental" },
    ...{ parentId: null, groupKey: id, productId, variantId: isOut ? null : variantId },
    payload: packagePayload({
      ...{ slot: "rental", product_id: productId, variant_id: variantId, terms },
      delivery: isSent ? await deliveryProductOf(container, shippingProfileId) : null,
    }),
  }
}

/** What is out for a period has no variant in Medusa: its words are given, and its price follows. */
function itemOf({ key, productId, variantId }: LineRecord, shown: ContentProduct, quantity: number): NewRentalItem {
  const metadata = { [LINE_KEY]: key }
  return variantId === null
    ? {
        ...{ product_id: productId, title: shown.title, subtitle: shown.subtitle, ...shown.product },
        ...{ requires_shipping: false, is_discountable: shown.isDiscountable },
        ...{ quantity, unit_price: 0, metadata },
      }
    : { variant_id: variantId, quantity, metadata }
}
