import type { RecipeBook } from "./recipe"

/** The part of a book that one package is made of: what is kept of it when it is sold (P20). */
export function recipesUnder(book: RecipeBook, productId: string): RecipeBook {
  const found: Record<string, RecipeBook[string]> = {}
  const left = [productId]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const recipe = Object.hasOwn(found, next) ? undefined : book[next]
    if (recipe) {
      found[next] = recipe
      left.push(...recipe.entries.map((entry) => entry.productId))
    }
  }
  return found
}
