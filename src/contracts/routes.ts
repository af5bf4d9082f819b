import { billingRoutes } from "./billing/routes"
import { discountsRoutes } from "./discounts/routes"
import { orderPackageRoutes } from "./packages/order-routes"
import { storePackageRoutes } from "./packages/store-routes"
import type { RouteContract } from "./route"

/** Every route of the plugin, room by room. */
export const ROUTES: readonly RouteContract[] = [
  ...billingRoutes,
  ...discountsRoutes,
  ...orderPackageRoutes,
  ...storePackageRoutes,
]
