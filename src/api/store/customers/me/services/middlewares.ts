import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { limitAsks } from "../../../../limit-asks"

const PATH = "/store/customers/me/services"

/** Medusa's own rule for `/store/customers/me*` holds here, too; this one does not depend on it. A login asks a provider. */
export const storeServiceMiddlewares: MiddlewareRoute[] = [
  { matcher: PATH, middlewares: [authenticate("customer", ["session", "bearer"])] },
  { matcher: `${PATH}/:id/sign-on`, method: "POST", middlewares: [limitAsks("service-sign-on")] },
]
