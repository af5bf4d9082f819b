import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { cancelOwnSubscriptionSchema, undoCancelSchema } from "../../../../../contracts/billing/subscriptions"
import { validateBody } from "../../../../validate-body"

const PATH = "/store/customers/me/subscriptions"

/** Medusa's own rule for `/store/customers/me*` holds here, too; this one does not depend on it. */
export const storeSubscriptionMiddlewares: MiddlewareRoute[] = [
  { matcher: `${PATH}*`, middlewares: [authenticate("customer", ["session", "bearer"])] },
  {
    matcher: `${PATH}/:id/cancel`,
    method: "POST",
    middlewares: [validateBody(cancelOwnSubscriptionSchema)],
  },
  { matcher: `${PATH}/:id/undo-cancel`, method: "POST", middlewares: [validateBody(undoCancelSchema)] },
]
