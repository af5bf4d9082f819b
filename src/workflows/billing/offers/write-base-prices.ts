import type { AddPricesDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { planBasePrices, type Amount } from "../../../rules/billing"
import { loadBasePrices, type VariantPrices } from "./load-base-prices"

export interface WantedPrices {
  variantId: string
  /** The whole list: a base price in a currency that is not in it is taken away. */
  prices: Amount[]
}

/** Price sets for variants that have none, as a variant made by another program may. */
async function createPriceSets(container: MedusaContainer, variantIds: string[]): Promise<Map<string, VariantPrices>> {
  const created = await container.resolve(Modules.PRICING).createPriceSets(variantIds.map(() => ({ prices: [] })))
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const pairs = variantIds.flatMap((variantId, index) => {
    const priceSet = created[index]
    return priceSet ? [{ variantId, priceSetId: priceSet.id }] : []
  })
  await link.create(
    pairs.map(({ variantId, priceSetId }) => ({
      [Modules.PRODUCT]: { variant_id: variantId },
      [Modules.PRICING]: { price_set_id: priceSetId },
    })),
  )
  return new Map(pairs.map(({ variantId, priceSetId }) => [variantId, { priceSetId, prices: [] }]))
}

/**
 * Makes the base prices of variants equal to these lists and touches only what differs. Prices of price lists, of regions
 * or groups (rules) and of quantities are other prices and stay. Returns the lists as they were: given back, they undo it.
 *
 * Medusa's own step for price sets is not used: it replaces the regional prices, too, and its compensation deletes all.
 */
export async function writeBasePrices(container: MedusaContainer, wanted: WantedPrices[]): Promise<WantedPrices[]> {
  const pricing = container.resolve(Modules.PRICING)
  const variantIds = wanted.map((one) => one.variantId)
  const stored = await loadBasePrices(container, variantIds)
  const without = variantIds.filter((id) => !stored.has(id))
  if (without.length) {
    const created = await createPriceSets(container, without)
    created.forEach((prices, variantId) => stored.set(variantId, prices))
  }
  const toRemove: string[] = []
  const toAdd: AddPricesDTO[] = []
  for (const { variantId, prices } of wanted) {
    const { priceSetId, prices: old } = stored.get(variantId) ?? { priceSetId: "", prices: [] }
    const { write, remove } = planBasePrices(prices, old)
    toRemove.push(...remove)
    if (write.length) {
      toAdd.push({
        priceSetId,
        // The quantities are named, or the price that is to change would not be recognised.
        prices: write.map(({ currencyCode, amount }) => ({
          currency_code: currencyCode,
          amount,
          min_quantity: null,
          max_quantity: null,
        })),
      })
    }
  }
  if (toAdd.length) {
    await pricing.addPrices(toAdd)
  }
  if (toRemove.length) {
    await pricing.removePrices(toRemove)
  }
  return variantIds.map((variantId) => ({
    variantId,
    prices: (stored.get(variantId)?.prices ?? []).map(({ currencyCode, amount }) => ({ currencyCode, amount })),
  }))
}
