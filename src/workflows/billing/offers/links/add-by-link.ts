import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { addToCartWorkflow, createCartWorkflow } from "@medusajs/medusa/core-flows"
import { cycleOfLink } from "../../../../rules/billing"
import { metadataOfAddition } from "../../../cart/line-metadata"
import { refuse } from "../../../errors/refuse"
import { isSold } from "../is-sold"
import { loadOfferTerms } from "../steps/load-offer-terms"

export interface LinkedItem {
  product_id: string
  /** As the link names it. */
  cycle?: string | undefined
  quantity: number
  /** The visitor's cart, where they have one. */
  cart_ids: readonly string[]
  region_id?: string | undefined
}

interface LinkedCart {
  id: string
  currency_code: string
  region_id: string | null
  sales_channel_id: string | null
}

/**
 * Puts a product into the visitor's cart, as a link asks for it (B13): into theirs while it is open, else into a new one. What
 * cannot be bought is refused, by the same rules as in every cart. Returns the cart's id.
 */
export async function addByLink(container: MedusaContainer, item: LinkedItem): Promise<string> {
  const known = await openCart(container, item.cart_ids)
  const place = known ?? (await newCartPlace(container, item.region_id))
  const variantId = await variantOf(container, item, place)
  const line = { variant_id: variantId, quantity: item.quantity }
  if (known) {
    // The same again raises the line that is there, as it does over Medusa's own route.
    const metadata = await metadataOfAddition(container, { cartId: known.id, variantId, metadata: null })
    await addToCartWorkflow(container).run({
      input: { cart_id: known.id, items: [Object.keys(metadata).length ? { ...line, metadata } : line] },
    })
    return known.id
  }
  const { result } = await createCartWorkflow(container).run({
    input: { region_id: place.region_id ?? "", sales_channel_id: place.sales_channel_id ?? "", items: [line] },
  })
  return result.id
}

/** The first of these carts that is still open. */
async function openCart(container: MedusaContainer, ids: readonly string[]): Promise<LinkedCart | undefined> {
  const asked = ids.filter((id) => /^cart_\w{1,60}$/.test(id))
  if (!asked.length) {
    return undefined
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["id", "currency_code", "region_id", "sales_channel_id", "completed_at"],
    filters: { id: asked },
  })
  const open = data.filter(({ completed_at }) => !completed_at)
  const first = asked.map((id) => open.find((cart) => cart.id === id)).find((cart) => cart !== undefined)
  return (
    first && {
      id: first.id,
      currency_code: first.currency_code,
      region_id: first.region_id ?? null,
      sales_channel_id: first.sales_channel_id ?? null,
    }
  )
}

/** Where a new cart is: the region that the link names, or the store's own, and the store's own channel. */
async function newCartPlace(container: MedusaContainer, asked: string | undefined): Promise<Omit<LinkedCart, "id">> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: stores } = await query.graph({
    entity: "store",
    fields: ["default_region_id", "default_sales_channel_id"],
  })
  const wanted = asked ?? stores[0]?.default_region_id
  const { data: regions } = await query.graph({
    entity: "region",
    fields: ["id", "currency_code"],
    ...(wanted ? { filters: { id: wanted } } : {}),
  })
  const [region] = regions
  if (!region) {
    return refuse("region", "is no region of the store")
  }
  return {
    region_id: region.id,
    currency_code: region.currency_code,
    sales_channel_id: stores[0]?.default_sales_channel_id ?? null,
  }
}

async function variantOf(
  container: MedusaContainer,
  { product_id, cycle }: LinkedItem,
  { currency_code, region_id, sales_channel_id }: Omit<LinkedCart, "id">,
): Promise<string> {
  const terms = await loadOfferTerms(container, {
    productIds: [product_id],
    currencyCode: currency_code,
    regionId: region_id,
  })
  const loaded = terms.get(product_id)
  if (
    !loaded ||
    loaded.offer.hidden ||
    !(await isSold(container, { productId: product_id, channelId: sales_channel_id }))
  ) {
    return refuse("product", "is not sold here")
  }
  return cycleOfLink(loaded, cycle)?.variantId ?? refuse("cycle", "cannot be bought here")
}
