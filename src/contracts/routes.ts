import { billingRoutes } from "./billing/routes"
import { quickOrderRoutes } from "./customers/quick-order-routes"
import { customersRoutes } from "./customers/routes"
import { discountsRoutes } from "./discounts/routes"
import { packagesRoutes } from "./packages/routes"
import { provisioningRoutes } from "./provisioning/routes"
import type { RouteContract } from "./route"
import { salesRoutes } from "./sales/routes"

/** Every route of the plugin, room by room. */
export const ROUTES: readonly RouteContract[] = [
  ...billingRoutes,
  ...customersRoutes,
  ...quickOrderRoutes,
  ...discountsRoutes,
  ...packagesRoutes,
  ...provisioningRoutes,
  ...salesRoutes,
]
