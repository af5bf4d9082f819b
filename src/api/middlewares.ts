import { defineMiddlewares } from "@medusajs/framework/http"
import { billingClockMiddlewares } from "./admin/billing/clock/middlewares"
import { billingOfferMiddlewares } from "./admin/billing/offers/middlewares"
import { billingRunMiddlewares } from "./admin/billing/runs/middlewares"
import { storeCartMiddlewares } from "./store/carts/middlewares"

/** Each area exports its own array; this file only puts them in one list. */
export default defineMiddlewares({
  routes: [...storeCartMiddlewares, ...billingOfferMiddlewares, ...billingClockMiddlewares, ...billingRunMiddlewares],
})
