import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { refuseCustomerDeletion } from "../../../../workflows/billing/subscriptions/refuse-customer-deletion"
import { pathId } from "../../../path-id"

/** Before anything is done. The hook of the deleting workflow refuses as well, for every other caller. */
async function refuseDeletion(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  await refuseCustomerDeletion(req.scope, [pathId(req.params.id, "Customer")])
  next()
}

export const billingCustomerMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/customers/:id", method: "DELETE", middlewares: [refuseDeletion] },
]
