import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type CycleRow,
  type OfferRow,
  type StoredOffer,
} from "../../../../modules/billing"
import type { CycleTerms, OfferTerms } from "../../../../rules/billing/types"
import type { Decimal } from "../../../../rules/money"

export interface OfferTermsQuery {
  productIds: string[]
  currencyCode: string
  /** A price of the region's own goes before the currency's; null: the currency's alone. */
  regionId: string | null
}

/** An offer and its cycles with the figures of one currency and region, as the rules want them. */
export interface LoadedOffer {
  offer: OfferTerms
  /** In the merchant's order. */
  cycles: CycleTerms[]
}

/**
 * The offers of products, by product id; a product without one is not in the map. The one place where stored offers
 * become rule facts: cart, completion and Store API judge a cycle on the same figures. Base prices only (B6): price
 * lists, quantity ranges and rules other than the region are left out. Three statements for the offers and three for
 * the prices, however many products; one if none has an offer.
 */
export async function loadOfferTerms(
  container: MedusaContainer,
  { productIds, currencyCode, regionId }: OfferTermsQuery,
): Promise<Map<string, LoadedOffer>> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const currency = currencyCode.toLowerCase()
  const stored = await billing.offersOf(productIds)
  const variantIds = stored.flatMap(({ cycles }) => cycles.map((cycle) => cycle.variant_id))
  const prices = await loadPrices(container, variantIds, { currency, regionId })
  return new Map(
    stored.map((one) => [
      one.offer.product_id,
      {
        offer: toOfferTerms(one.offer),
        cycles: one.cycles.map((cycle) =>
          toCycleTerms(cycle, {
            basePrice: prices.get(cycle.variant_id) ?? null,
            setupFee: setupFeeOf(one, cycle.id, currency),
          }),
        ),
      },
    ]),
  )
}

interface Place {
  currency: string
  regionId: string | null
}

interface PriceRow {
  price_set_id: string
  raw_amount: { value: string | number } | null
  amount: unknown
  min_quantity: unknown
  max_quantity: unknown
  price_list_id: string | null
  price_rules?: { attribute: string; value: string; operator: string }[]
}

async function loadPrices(
  container: MedusaContainer,
  variantIds: string[],
  place: Place,
): Promise<Map<string, Decimal>> {
  if (!variantIds.length) {
    return new Map()
  }
  const { data: links } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant_price_set",
    fields: ["variant_id", "price_set_id"],
    filters: { variant_id: variantIds },
  })
  const variantOf = new Map(
    (links as { variant_id: string; price_set_id: string }[]).map((link) => [link.price_set_id, link.variant_id]),
  )
  const rows = await container
    .resolve(Modules.PRICING)
    .listPrices(
      { price_set_id: [...variantOf.keys()], currency_code: place.currency },
      { relations: ["price_rules"], take: null, order: { id: "ASC" } },
    )
  const found = new Map<string, { amount: Decimal; rank: number }>()
  for (const row of rows as unknown as PriceRow[]) {
    const variantId = variantOf.get(row.price_set_id)
    const rank = rankOf(row, place.regionId)
    if (variantId && rank > (found.get(variantId)?.rank ?? 0)) {
      found.set(variantId, { amount: String(row.raw_amount?.value ?? row.amount), rank })
    }
  }
  return new Map([...found].map(([variantId, { amount }]) => [variantId, amount]))
}

/** 2: the region's own price; 1: the currency's; 0: no base price. */
function rankOf(row: PriceRow, regionId: string | null): 0 | 1 | 2 {
  if (row.price_list_id !== null || row.min_quantity !== null || row.max_quantity !== null) {
    return 0
  }
  const [rule, ...others] = row.price_rules ?? []
  if (!rule) {
    return 1
  }
  const isOfRegion = rule.attribute === "region_id" && rule.operator === "eq" && rule.value === regionId
  return isOfRegion && !others.length ? 2 : 0
}

function setupFeeOf({ setupFees }: StoredOffer, cycleId: string, currency: string): Decimal | null {
  return setupFees.find((fee) => fee.cycle_id === cycleId && fee.currency_code === currency)?.amount ?? null
}

function toOfferTerms(row: OfferRow): OfferTerms {
  return {
    id: row.id,
    productId: row.product_id,
    paymentType: row.payment_type,
    hidden: row.hidden,
    onRequest: row.on_request,
    trialDays: row.trial_days,
    duration:
      row.duration_unit !== null && row.duration_count !== null
        ? { unit: row.duration_unit, count: row.duration_count }
        : null,
    collectionMethod: row.collection_method,
  }
}

function toCycleTerms(row: CycleRow, figures: Pick<CycleTerms, "basePrice" | "setupFee">): CycleTerms {
  return {
    id: row.id,
    variantId: row.variant_id,
    interval:
      row.interval_unit !== null && row.interval_count !== null
        ? { unit: row.interval_unit, count: row.interval_count }
        : null,
    ...figures,
  }
}
