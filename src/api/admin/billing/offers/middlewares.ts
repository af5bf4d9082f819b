import type { MiddlewareRoute } from "@medusajs/framework/http"
import {
  calculatorSchema,
  offerPositionsSchema,
  saveOfferSchema,
  setVisibilitySchema,
} from "../../../../contracts/billing/offers"
import { validateBody } from "../../../validate-body"

export const billingOfferMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/billing/products/:product_id/offer",
    method: "POST",
    middlewares: [validateBody(saveOfferSchema)],
  },
  {
    matcher: "/admin/billing/offers/:id/visibility",
    method: "POST",
    middlewares: [validateBody(setVisibilitySchema)],
  },
  {
    matcher: "/admin/billing/offers/positions",
    method: "POST",
    middlewares: [validateBody(offerPositionsSchema)],
  },
  { matcher: "/admin/billing/calculator", method: "POST", middlewares: [validateBody(calculatorSchema)] },
]
