import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { calculatorSchema, saveOfferSchema, setVisibilitySchema } from "../../../../contracts/billing-offers"

export const billingOfferMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/billing/products/:product_id/offer",
    method: "POST",
    middlewares: [validateAndTransformBody(saveOfferSchema)],
  },
  {
    matcher: "/admin/billing/offers/:id/visibility",
    method: "POST",
    middlewares: [validateAndTransformBody(setVisibilitySchema)],
  },
  { matcher: "/admin/billing/calculator", method: "POST", middlewares: [validateAndTransformBody(calculatorSchema)] },
]
