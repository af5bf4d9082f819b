import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { limitAsks } from "../../../limit-asks"

/** A visitor may ask; who is logged in is known. Neither may ask without end. */
export const storeOfferRequestMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/billing/offer-requests",
    method: "POST",
    middlewares: [
      authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true }),
      limitAsks("offer-request"),
    ],
  },
]
