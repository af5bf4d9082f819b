import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../modules/packages"
import { rateTableOf, toRecipe, type Article, type RecipeBook, type StoredPackage } from "../../../rules/packages"
import { loadRecipeBook } from "../catalog/load-recipe-book"
import { loadPackageShop, planPackage, type SavePackageInput } from "../catalog/plan-package"
import { refusePackage } from "../catalog/refuse-package"

export interface DraftedPackage {
  book: RecipeBook
  /** The articles with the package's own price as the draft has it. */
  withOwnPrice: (
    articles: Map<string, Article>,
    at: { variantId: string; currencyCode: string },
  ) => ReadonlyMap<string, Article>
}

interface DraftInput {
  product_id: string
  draft?: SavePackageInput["package"] | undefined
  /** The recipe that was sold on an order; null: that of now. */
  sold: RecipeBook | null
}

/**
 * A package as it is stored, as it was sold, or as a draft would make it: nothing is written. A draft is refused as saving it would be. An
 * entry that the draft adds has the id `new_` and its place in the list, so that choices can name it.
 */
export async function draftedPackage(
  container: MedusaContainer,
  { product_id, draft, sold }: DraftInput,
): Promise<DraftedPackage> {
  if (sold) {
    return { book: sold, withOwnPrice: (articles) => articles }
  }
  if (!draft) {
    const book = await loadRecipeBook(container, [product_id])
    if (!book[product_id]) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Package of the product with id: ${product_id} was not found`)
    }
    return { book, withOwnPrice: (articles) => articles }
  }
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const input = { product_id, package: draft }
  const newId = (prefix: string, place?: number) =>
    place === undefined ? generateEntityId(undefined, prefix) : `new_${place}`
  const planned = await planPackage(knex, input, { ...(await loadPackageShop(container, input)), newId })
  if (!planned.ok) {
    throw await refusePackage(container, planned)
  }
  const { after } = planned.change
  const inside = await loadRecipeBook(container, [...new Set(after.entries.map((entry) => entry.product_id))])
  return {
    book: { ...inside, [product_id]: toRecipe(after.package, after.entries) },
    withOwnPrice: (articles, at) => withOwnPrice(articles, { ...at, after, prices: draft.prices ?? [] }),
  }
}

interface OwnPrice {
  variantId: string
  currencyCode: string
  after: StoredPackage
  prices: readonly { currency_code: string; amount: string | null }[]
}

function withOwnPrice(articles: Map<string, Article>, { variantId, currencyCode, after, prices }: OwnPrice) {
  const own = articles.get(variantId)
  const named = prices.find(({ currency_code }) => currency_code === currencyCode)
  return own
    ? new Map(articles).set(variantId, {
        ...own,
        rates: rateTableOf(after.rates, currencyCode),
        price: named ? named.amount : own.price,
      })
    : articles
}
