import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { refuseWhileFilled } from "../../../workflows/billing/offers/groups/refuse-while-filled"

/** A collection is a group of offers: Medusa's own route deletes it only when none is in it (B2). */
async function guardGroup(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  await refuseWhileFilled(req.scope, req.params.id ?? "")
  next()
}

export const collectionMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/collections/:id", method: "DELETE", middlewares: [guardGroup] },
]
