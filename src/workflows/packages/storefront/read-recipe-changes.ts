import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { RecipeChangesAnswer } from "../../../contracts/packages/store"
import { contentLineOf, recipeChanges, type VisiblePrice } from "../../../rules/packages"
import { recipeOfNow, stillChosen } from "../cart/steps/write-selection"
import { packageLineAnswer, priceSelection } from "./price-selection"
import { shownChoices } from "./read-cart-packages"
import { loadStoreCart, packagesIn, type CartPackage, type StoreCart } from "./store-cart"

/**
 * What taking the recipe of now would change of a package in a cart, and what it would cost then (P20); both at today's
 * prices. Throws NOT_FOUND, NOT_ALLOWED where it could not be sold so.
 */
export async function readRecipeChanges(
  container: MedusaContainer,
  { cartId, lineId }: { cartId: string; lineId: string },
): Promise<RecipeChangesAnswer> {
  const cart = await loadStoreCart(container, cartId)
  const found = packagesIn(cart).find(({ item }) => item.id === lineId)
  if (!found) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Package with line id: ${lineId} was not found`)
  }
  const { item, own, productId, variantId } = found
  const book = await recipeOfNow(container, productId)
  const selection = stillChosen(book, productId, own.selection)
  const asked = { productId, variantId, quantity: item.quantity }
  const [before, after] = await Promise.all([
    priceSelection(container, { ...asked, book: own.book, selection: own.selection, isInCart: true }, cart.context),
    priceSelection(container, { ...asked, book, selection }, cart.context),
  ])
  const { added, removed, changed } = recipeChanges(before.lines, after.lines)
  const titles = titlesIn(cart, found)
  const earlier = (line: VisiblePrice) => {
    const answer = packageLineAnswer(line, before.products)
    return { ...answer, title: answer.title || (titles.get(line.node.path) ?? "") }
  }
  const later = (line: VisiblePrice) => packageLineAnswer(line, after.products)
  const kept = new Set(selection.choices.map(({ path }) => path))
  const there = new Set(after.lines.map(({ node }) => node.path))
  return {
    added: added.map(later),
    removed: removed.map(earlier),
    changed: changed.map((one) => ({ before: earlier(one.before), after: later(one.after) })),
    // What was chosen and is always in it now is no loss.
    dropped_choices: shownChoices(own.selection.choices, { book: own.book, productId }).filter(
      ({ path, is_chosen }) => !kept.has(path) && !(is_chosen && there.has(path)),
    ),
    currency_code: cart.context.currencyCode,
    total: { before: before.total, after: after.total },
  }
}

/** By path: of what is not sold any more, the cart's line still says what it was. */
const titlesIn = ({ items, records }: StoreCart, { record }: CartPackage): Map<string, string> =>
  new Map(
    records.flatMap(({ parentId, lineId, payload }) => {
      const content = parentId === record.id ? contentLineOf(payload) : null
      const item = items.find(({ id }) => id === lineId)
      return content && item ? [[content.slot, item.title] as const] : []
    }),
  )
