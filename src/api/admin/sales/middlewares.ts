import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { refuseHeldDelivery } from "../../../workflows/sales/orders/refuse-held-delivery"
import { pathId } from "../../path-id"

/** Before Medusa's own routes. */
async function refuseHeld(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  await refuseHeldDelivery(req.scope, pathId(req.params.id, "Order"))
  next()
}

const FULFILLMENTS = "/admin/orders/:id/fulfillments"

/** An exported checkpoint has a line for each sale: about 190,000 of them. A longer one is verified by the command. */
export const adminSalesMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/sales/verifications", methods: ["POST"], bodyParser: { sizeLimit: "20mb" } },
  ...[FULFILLMENTS, `${FULFILLMENTS}/:fulfillment_id/shipments`].map((matcher): MiddlewareRoute => ({
    ...{ matcher, methods: ["POST"], middlewares: [refuseHeld] },
  })),
]
