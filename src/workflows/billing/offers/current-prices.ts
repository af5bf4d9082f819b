import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, QueryContext } from "@medusajs/framework/utils"
import type { LockedSubscription } from "../../../modules/billing"
import type { ItemPrice } from "../../../rules/billing"

/** The current price of each subscription item, by item id; an item that has none is not in the map. */
export type CurrentPrices = Map<string, ItemPrice>

interface PricedVariant {
  id: string
  calculated_price?: {
    original_amount: BigNumberInput | null
    is_original_price_tax_inclusive: boolean
  } | null
}

/**
 * The price for a new buyer in the same region, without price lists: those end, and a renewal's price stays. One
 * look-up per region and currency.
 */
export async function loadCurrentPrices(
  container: MedusaContainer,
  subscriptions: LockedSubscription[],
): Promise<CurrentPrices> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const prices: CurrentPrices = new Map()
  const places = new Map(subscriptions.map(({ row }) => [`${row.currency_code}/${row.region_id ?? ""}`, row]))
  for (const { currency_code, region_id } of places.values()) {
    const items = subscriptions
      .filter(({ row }) => row.currency_code === currency_code && row.region_id === region_id)
      .flatMap((subscription) => subscription.items)
    const { data } = await query.graph({
      entity: "variant",
      fields: ["id", "calculated_price.*"],
      filters: { id: [...new Set(items.map((item) => item.variant_id))] },
      context: { calculated_price: QueryContext({ currency_code, ...(region_id ? { region_id } : {}) }) },
    })
    for (const { id, calculated_price: price } of data as unknown as PricedVariant[]) {
      const amount = price?.original_amount
      if (price && amount !== null && amount !== undefined) {
        const current = {
          amount: MathBN.convert(amount).toFixed(),
          isTaxInclusive: price.is_original_price_tax_inclusive,
        }
        items.filter((item) => item.variant_id === id).forEach((item) => prices.set(item.id, current))
      }
    }
  }
  return prices
}
