import type { MedusaContainer, PriceDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { CatalogueChange, CataloguePrice } from "../../../rules/packages"
import { decimalOf } from "../../cart/to-cart-facts"

export interface BasePrices {
  priceSetId: string
  prices: (CataloguePrice & { id: string })[]
}

type StoredPrice = PriceDTO & { raw_amount?: unknown; price_set_id?: string | null; price_list_id?: string | null }

const isBasePrice = ({ price_list_id, min_quantity, max_quantity, price_rules }: StoredPrice): boolean =>
  !price_list_id && min_quantity == null && max_quantity == null && !price_rules?.length

/**
 * The prices of variants that hold for anybody, anywhere and for any quantity, by variant id. One without a price set is
 * left out. Two statements however many.
 */
export async function loadBasePrices(
  container: MedusaContainer,
  variantIds: readonly string[],
): Promise<Map<string, BasePrices>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant_price_set",
    fields: ["variant_id", "price_set_id"],
    filters: { variant_id: [...variantIds] },
  })
  const links = data as { variant_id: string; price_set_id: string }[]
  const stored: StoredPrice[] = links.length
    ? await container
        .resolve(Modules.PRICING)
        .listPrices(
          { price_set_id: links.map((link) => link.price_set_id) },
          { relations: ["price_rules"], take: null, order: { currency_code: "ASC", id: "ASC" } },
        )
    : []
  return new Map(
    links.map(({ variant_id, price_set_id }) => {
      const own = stored.filter((price) => price.price_set_id === price_set_id && isBasePrice(price))
      const prices = own.map(({ id, currency_code, amount, raw_amount }) => ({
        id,
        currency_code: currency_code ?? "",
        amount: decimalOf(amount, raw_amount),
      }))
      return [variant_id, { priceSetId: price_set_id, prices }]
    }),
  )
}

export interface PriceChange extends CatalogueChange {
  variantId: string
}

/** Writes base prices of variants, and takes some away. Answers with the changes that undo it. */
export async function changeBasePrices(
  container: MedusaContainer,
  changes: readonly PriceChange[],
): Promise<PriceChange[]> {
  const wanted = changes.filter(({ write, remove }) => write.length + remove.length > 0)
  const stored = await loadBasePrices(
    container,
    wanted.map(({ variantId }) => variantId),
  )
  const pricing = container.resolve(Modules.PRICING)
  for (const { variantId, write, remove } of wanted) {
    const { priceSetId, prices } = stored.get(variantId) ?? { ...(await createPriceSet(container, variantId)) }
    if (write.length) {
      // The quantities are named, or the price that is to change would not be recognised.
      const named = write.map((price) => ({ ...price, min_quantity: null, max_quantity: null }))
      await pricing.addPrices([{ priceSetId, prices: named }])
    }
    const gone = prices.filter(({ currency_code }) => remove.includes(currency_code))
    if (gone.length) {
      await pricing.removePrices(gone.map(({ id }) => id))
    }
  }
  return wanted.map(({ variantId, write, remove }) => {
    const touched = [...write.map(({ currency_code }) => currency_code), ...remove]
    const before = (stored.get(variantId)?.prices ?? []).filter(({ currency_code }) => touched.includes(currency_code))
    return {
      variantId,
      write: before.map(({ currency_code, amount }) => ({ currency_code, amount })),
      remove: touched.filter((code) => !before.some(({ currency_code }) => currency_code === code)),
    }
  })
}

/** For a variant that has none, as one made by another program may. */
async function createPriceSet(container: MedusaContainer, variantId: string): Promise<BasePrices> {
  const [created] = await container.resolve(Modules.PRICING).createPriceSets([{ prices: [] }])
  const priceSetId = created?.id ?? ""
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.PRODUCT]: { variant_id: variantId },
    [Modules.PRICING]: { price_set_id: priceSetId },
  })
  return { priceSetId, prices: [] }
}
