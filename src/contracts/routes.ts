import { billingRoutes } from "./billing/routes"
import { discountsRoutes } from "./discounts/routes"
import { packagesRoutes } from "./packages/routes"
import type { RouteContract } from "./route"
import { salesRoutes } from "./sales/routes"

/** Every route of the plugin, room by room. */
export const ROUTES: readonly RouteContract[] = [
  ...billingRoutes,
  ...discountsRoutes,
  ...packagesRoutes,
  ...salesRoutes,
]
