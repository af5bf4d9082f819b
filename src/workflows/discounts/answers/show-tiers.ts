import type { CustomerDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { NextTierAnswer, TierAnswer } from "../../../contracts/discounts/answers"
import type { CivilDate } from "../../../rules/calendar"
import { nextTiers, tiersOf, type DiscountFacts, type EvaluatedLine, type Tier } from "../../../rules/discounts"
import { visibilityOf } from "../../ports/store-visibility"
import { calculatedPrices } from "../cart/calculated-prices"
import { decimalOf, type DiscountItem, type EvaluationContext } from "../cart/evaluation-context"
import { loadDiscountCart } from "../cart/load-discount-cart"
import { findDiscountFacts } from "../cart/load-discount-facts"
import { termsOfCart } from "../cart/terms-of-cart"
import { contextOfVariants } from "./context-of-variants"

export interface TiersFor {
  productId?: string
  variantId?: string
  currencyCode: string
  regionId: string | null
  salesChannelIds: string[]
  customer: CustomerDTO | null
  asOf: CivilDate
}

interface ProductRow {
  id: string
  variants: { id: string }[]
}

/**
 * The tiers of an article's price for this visitor (D23). Throws NOT_FOUND for what the visitor cannot see in the shop.
 */
export async function showTiers(container: MedusaContainer, asked: TiersFor): Promise<TierAnswer[]> {
  const variantIds = await visibleVariants(container, asked)
  const { currencyCode, regionId, customer } = asked
  const lines = variantIds.map((id) => ({ id, variantId: id, quantity: 1 }))
  // A product's variants without a price in this currency are left out; a single requested variant is refused.
  const unpriced = asked.productId ? "leave_out" : "refuse"
  const context = await contextOfVariants(container, {
    currencyCode,
    regionId,
    customer,
    countryCode: null,
    lines,
    unpriced,
  })
  const facts = await findDiscountFacts(container, context, {
    asOf: asked.asOf,
    ...(await termsOfCart(container, context)),
  })
  if (!facts) {
    return []
  }
  const tiers = await tiersAtPrices(container, context, facts)
  return tiers.map(({ variantId, discountId: _id, unitPriceAfter, ...tier }) => ({
    variant_id: variantId,
    ...tier,
    unit_price_after: unitPriceAfter,
  }))
}

/** A price can lead to another quantity, and that to another price. */
const MOST_LOOKUPS = 4

/** The tiers with the prices that Medusa calculates for as many units as reach each. */
export async function tiersAtPrices(
  container: MedusaContainer,
  context: EvaluationContext,
  facts: DiscountFacts,
): Promise<(Tier & { variantId: string })[]> {
  const known = new Map(facts.lines.map(({ id, unitPrice }) => [keyOf(id, 1), unitPrice]))
  for (let lookup = 0; ; lookup++) {
    const unknown = new Map<string, DiscountItem>()
    const priceAt = (line: EvaluatedLine) => (quantity: number) => {
      const price = known.get(keyOf(line.id, quantity))
      const item = (context.items ?? []).find(({ id }) => id === line.id)
      if (price === undefined && item) {
        unknown.set(keyOf(line.id, quantity), { ...item, id: keyOf(line.id, quantity), quantity })
      }
      return price ?? line.unitPrice
    }
    const tiers = facts.lines.flatMap((line) =>
      tiersOf(line, facts, priceAt(line)).map((tier) => ({ ...tier, variantId: line.id })),
    )
    if (!unknown.size || lookup === MOST_LOOKUPS) {
      return tiers
    }
    const prices = await calculatedPrices(container, context, [...unknown.values()])
    for (const [key, { unit_price }] of unknown) {
      known.set(key, decimalOf(prices.get(key)?.calculated_amount ?? unit_price))
    }
  }
}

const keyOf = (lineId: string, quantity: number): string => `${lineId} ${quantity}`

async function visibleVariants(container: MedusaContainer, asked: TiersFor): Promise<string[]> {
  const { productId, variantId, salesChannelIds } = asked
  const what = productId ? { id: productId } : { variants: { id: variantId } }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id", "variants.id"],
    filters: { ...what, status: "published", sales_channels: { id: salesChannelIds } },
  })
  const [product] = data as ProductRow[]
  const place = { currencyCode: asked.currencyCode, regionId: asked.regionId }
  const unseen = await visibilityOf(container, product ? [product.id] : [], place)
  const isShown = product && !unseen.hiddenProductIds.has(product.id)
  const shown = (isShown ? product.variants : [])
    .map(({ id }) => id)
    .filter((id) => !unseen.disabledVariantIds.has(id) && (variantId === undefined || id === variantId))
  if (!isShown || (variantId !== undefined && !shown.length)) {
    const [kind, id] = productId ? ["Product", productId] : ["Product variant", variantId]
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `${kind} with id: ${id} was not found`)
  }
  return shown
}

export interface NextTiersFor {
  cartId: string
  /** The customer who asks; null: a visitor. */
  customerId: string | null
  asOf: CivilDate
}

/**
 * What is missing to a cart's next tiers (D23). Anybody but the cart's own customer gets tiers for everyone only: other
 * people's groups stay private.
 */
export async function showNextTiers(
  container: MedusaContainer,
  { cartId, customerId, asOf }: NextTiersFor,
): Promise<NextTierAnswer[]> {
  const cart = await loadDiscountCart(container, cartId)
  if (!cart) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id: ${cartId} was not found`)
  }
  const isOwn = cart.customer?.id === customerId
  const terms = isOwn ? await termsOfCart(container, cart) : { channel: "cart" as const, groups: [] }
  const facts = await findDiscountFacts(container, cart, { asOf, ...terms })
  return (facts ? nextTiers(facts) : []).map(({ lineId, variantId, ...next }) => ({
    line_id: lineId,
    variant_id: variantId,
    ...next,
  }))
}
