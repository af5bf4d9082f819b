import { isByContents } from "../pricing/price-package"
import { isTimed, type Articles } from "../recipes/articles"
import type { PackagePricing, RecipeBook } from "../recipes/recipe"

/**
 * A sold book whose packages with prices of their own are priced as they are today. A price of today is per what the package is
 * priced by today: the flat price of what was sold by the day is not one of each day. What is in the packages stays (P20), and so
 * does which of the contents count, where these make the price.
 */
export function withPricingOfToday(book: RecipeBook, articles: Articles): RecipeBook {
  const changed = changedPricings(book, articles)
  return changed.size
    ? Object.fromEntries(
        Object.entries(book).map(([productId, recipe]) => {
          const pricing = changed.get(productId) ?? recipe.pricing
          return [productId, { ...recipe, pricing, minimumDuration: isTimed(pricing) ? recipe.minimumDuration : null }]
        }),
      )
    : book
}

/** How packages of a book are priced today that had a price of their own, for something else, by product id. */
export function changedPricings(book: RecipeBook, articles: Articles): Map<string, PackagePricing> {
  return new Map(
    [...articles.values()].flatMap(({ productId, packagePricing }): [string, PackagePricing][] => {
      const sold = Object.hasOwn(book, productId) ? book[productId] : undefined
      const isOther = sold !== undefined && !isByContents(sold) && packagePricing !== sold.pricing
      return isOther && packagePricing ? [[productId, packagePricing]] : []
    }),
  )
}
