const { defineMiddlewares, validateAndTransformQuery } = require("@medusajs/framework/http")
const { retrieveTransformQueryConfig } = require("@medusajs/medusa/api/store/carts/query-config")
const { StoreGetCartsCart } = require("@medusajs/medusa/api/store/carts/validators")

module.exports = defineMiddlewares({
  routes: [
    {
      method: "POST",
      matcher: "/store/carts/:id/lines",
      middlewares: [validateAndTransformQuery(StoreGetCartsCart, retrieveTransformQueryConfig)],
    },
  ],
})
