import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { SaveOffer } from "../../../contracts/billing/offers"
import { BILLING_MODULE, type BillingModuleService, type StoredOffer } from "../../../modules/billing"
import { intervalOf, type OfferFacts, type StoredCycleFacts } from "../../../rules/billing"

import { storeCurrencies } from "../../store/store-currencies"
import { loadBasePrices } from "./load-base-prices"

interface ProductRow {
  id: string
  collection_id: string | null
  variants: { id: string; title: string; options: { id: string }[] }[]
  options: { id: string; title: string; values: { id: string; value: string }[]; is_exclusive: boolean }[]
}

export interface LoadedOfferFacts {
  facts: OfferFacts
  stored: StoredOffer | null
}

/** What the product's variants have prices in, and the offer's cycles set-up fees. */
async function currenciesOf(
  container: MedusaContainer,
  { variants }: ProductRow,
  stored: StoredOffer | null,
): Promise<string[]> {
  const prices = await loadBasePrices(
    container,
    variants.map(({ id }) => id),
  )
  const fees = stored?.setupFees ?? []
  return [
    ...[...prices.values()].flatMap((variant) => variant.prices.map((price) => price.currencyCode)),
    ...fees.map((fee) => fee.currency_code),
  ]
}

/** What the rule needs to plan an offer. Throws NOT_FOUND where there is no such product. */
export async function loadOfferFacts(
  container: MedusaContainer,
  productId: string,
  crossSells: SaveOffer["cross_sells"],
): Promise<LoadedOfferFacts> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const billing: BillingModuleService = container.resolve(BILLING_MODULE)
  const { data } = await query.graph({
    entity: "product",
    fields: [
      "id",
      "collection_id",
      "variants.id",
      "variants.title",
      "variants.options.id",
      "options.id",
      "options.title",
      "options.is_exclusive",
      "options.values.id",
      "options.values.value",
    ],
    filters: { id: productId },
  })
  const product = data[0] as ProductRow | undefined
  if (!product) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product with id: ${productId} was not found`)
  }
  const [stored = null] = await billing.offersOf([productId])
  const running = await billing.runningSubscriptions("cycle_id", stored?.cycles.map((cycle) => cycle.id) ?? [])
  const crossSoldIds = crossSells?.map((one) => one.product_id) ?? []
  const { data: crossSold } = crossSoldIds.length
    ? await query.graph({ entity: "product", fields: ["id"], filters: { id: crossSoldIds } })
    : { data: [] }
  const cycles = (stored?.cycles ?? []).map((cycle): StoredCycleFacts => ({
    id: cycle.id,
    variantId: cycle.variant_id,
    interval: intervalOf(cycle),
    madeVariant: cycle.made_variant,
    running: running.get(cycle.id) ?? 0,
  }))
  const facts: OfferFacts = {
    collectionId: product.collection_id,
    variants: product.variants.map(({ id, title, options }) => ({
      id,
      title,
      valueIds: options.map((value) => value.id),
    })),
    options: product.options.map(({ id, title, values, is_exclusive }) => ({
      id,
      title,
      values: values.map((one) => ({ id: one.id, value: one.value })),
      isExclusive: is_exclusive,
    })),
    cycles,
    currencies: await storeCurrencies(container),
    pricedIn: await currenciesOf(container, product, stored),
    crossSoldIds: crossSold.map((one) => one.id),
  }
  return { facts, stored }
}
