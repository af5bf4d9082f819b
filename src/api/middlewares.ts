import { defineMiddlewares } from "@medusajs/framework/http"

/** Each area exports its own array; this file only puts them in one list. */
export default defineMiddlewares({
  routes: [],
})
