import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { cataloguePrices, ownPrices, type OwnPriceBody, type PricedInCatalogue } from "../../../../rules/packages"
import { changeBasePrices, loadBasePrices, type PriceChange } from "../base-prices"
import { storeCurrencies } from "../store-currencies"

export interface CataloguePricesInput {
  variant_ids: string[]
  after: Omit<PricedInCatalogue, "currencies">
  /** How it was priced before; null: it is new. */
  before: string | null
  /** Prices that the request names: of a product with one variant. */
  prices: OwnPriceBody[]
}

/** Writes Medusa's own prices of a package or article, so that its catalogue shows and sells it. Compensation: as before. */
export const writeCataloguePricesStep = createStep(
  "packages-write-catalogue-prices",
  async ({ variant_ids, after, before, prices }: CataloguePricesInput, { container }) => {
    const own = ownPrices(prices)
    const undoOwn = await changeBasePrices(
      container,
      variant_ids.map((variantId) => ({ variantId, ...own })),
    )
    const stored = await loadBasePrices(container, variant_ids)
    const currencies = await storeCurrencies(container)
    const named = own.write.map(({ currency_code }) => currency_code)
    const changes = variant_ids.map((variantId): PriceChange => {
      const { write, remove } = cataloguePrices(
        { ...after, currencies },
        { before, prices: stored.get(variantId)?.prices ?? [] },
      )
      return { variantId, write, remove: remove.filter((code) => !named.includes(code)) }
    })
    const undo = await changeBasePrices(container, changes)
    return new StepResponse(undefined, [undo, undoOwn])
  },
  async (undos: PriceChange[][] | undefined, { container }) => {
    for (const changes of undos ?? []) {
      await changeBasePrices(container, changes)
    }
  },
)
