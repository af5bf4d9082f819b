import { defineMiddlewares } from "@medusajs/framework/http"
import { billingClockMiddlewares } from "./admin/billing/clock/middlewares"
import { billingRunMiddlewares } from "./admin/billing/runs/middlewares"

/** Each area exports its own array; this file only puts them in one list. */
export default defineMiddlewares({
  routes: [...billingClockMiddlewares, ...billingRunMiddlewares],
})
