import { packagesLineSchema } from "../../../contracts/packages/package-line"
import { HAS_PACKAGE, needsStockGuard } from "../../../modules/packages"
import { PACKAGES_ROOM } from "../../../rules/packages"
import type { CartRoom } from "../../cart/cart-stage"
import type { HeldStock } from "../stock/hold-stock-of-cart"
import { releaseStockOfCart } from "../stock/release-stock-of-cart"
import { expandStage } from "./expand-stage"
import { joinsAddition } from "./joins-addition"
import { percentArticlesStage } from "./percent-articles-stage"

/** The stages of packages in carts: their contents first, percent articles last. */
export const packagesCart: CartRoom = {
  room: PACKAGES_ROOM,
  condition: () => HAS_PACKAGE,
  completionCondition: needsStockGuard,
  payload: packagesLineSchema,
  stages: [expandStage, percentArticlesStage],
  release: (container, held) => releaseStockOfCart(container, held as HeldStock),
  joinsAddition,
  dependentRefusal: "A content follows its package: change or remove the package instead",
}
