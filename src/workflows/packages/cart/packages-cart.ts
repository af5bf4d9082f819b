import { packagesLineSchema } from "../../../contracts/packages/package-line"
import { hasPackage, needsStockGuard } from "../../../modules/packages"
import { isSameJson } from "../../../rules/cart"
import { NO_TERMS, NOTHING_SELECTED, packageLineOf, PACKAGES_ROOM, rentalLineOf } from "../../../rules/packages"
import type { CartRoom } from "../../cart/cart-stage"
import type { HeldStock } from "../stock/hold-stock-of-cart"
import { releaseStockOfCart } from "../stock/release-stock-of-cart"
import { expandStage } from "./expand-stage"
import { percentArticlesStage } from "./percent-articles-stage"

/** The stages of packages in carts: their contents first, percent articles last. */
export const packagesCart: CartRoom = {
  room: PACKAGES_ROOM,
  condition: ({ productIds }) => hasPackage(productIds),
  completionCondition: needsStockGuard,
  payload: packagesLineSchema,
  stages: [expandStage, percentArticlesStage],
  release: (container, held) => releaseStockOfCart(container, held as HeldStock),
  // Medusa's own route adds a package with its defaults, and a rental for its minimum: one with choices is another entry.
  joinsAddition: (payload) =>
    isSameJson(packageLineOf(payload)?.selection ?? NOTHING_SELECTED, NOTHING_SELECTED) &&
    isSameJson(rentalLineOf(payload)?.terms ?? NO_TERMS, NO_TERMS),
  dependentRefusal: "A content follows its package: change or remove the package instead",
}
