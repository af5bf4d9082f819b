import type { MedusaContainer } from "@medusajs/framework/types"
import { isSameJson, type LineRecord } from "../../../rules/cart"
import {
  NO_TERMS,
  NOTHING_SELECTED,
  packageLineOf,
  recipesUnder,
  rentalLineOf,
  type PackageLine,
} from "../../../rules/packages"
import { loadRecipeBook } from "../catalog/load-recipe-book"

/**
 * Medusa's own route adds a package with its defaults, by the recipe of now, and a rental for its minimum: it joins such a
 * line alone. One with choices, or of a recipe that was changed since, is another entry.
 */
export async function joinsAddition(
  container: MedusaContainer,
  { payload, productId }: Pick<LineRecord, "payload" | "productId">,
): Promise<boolean> {
  const own = packageLineOf(payload)
  if (own && productId !== null) {
    return isSameJson(own.selection, NOTHING_SELECTED) && isRecipeOfNow(container, own, productId)
  }
  return isSameJson(rentalLineOf(payload)?.terms ?? NO_TERMS, NO_TERMS)
}

async function isRecipeOfNow(container: MedusaContainer, { book }: PackageLine, productId: string): Promise<boolean> {
  const now = await loadRecipeBook(container, [productId])
  return now[productId] !== undefined && isSameJson(book, recipesUnder(now, productId))
}
