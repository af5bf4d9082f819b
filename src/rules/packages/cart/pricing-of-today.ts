import { isTimed, type Articles } from "../recipes/articles"
import type { PackagePricing, RecipeBook } from "../recipes/recipe"

/**
 * A sold book whose packages are priced as they are today. A price of today is per what the package is priced by today: the
 * flat price of what was sold by the day is not one of each day. What is in the packages stays (P20).
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

/** How packages of a book are priced today that were priced otherwise, by product id. */
export function changedPricings(book: RecipeBook, articles: Articles): Map<string, PackagePricing> {
  return new Map(
    [...articles.values()].flatMap(({ productId, packagePricing }): [string, PackagePricing][] => {
      const sold = Object.hasOwn(book, productId) ? book[productId]?.pricing : undefined
      return sold !== undefined && packagePricing && packagePricing !== sold ? [[productId, packagePricing]] : []
    }),
  )
}
