import type { MedusaRequest } from "@medusajs/framework/http"
import type { OrderPreviewDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { changePackagesOfOrderWorkflow } from "../../../workflows/packages/orders/change-packages-of-order"
import type { PackageChange } from "../../../workflows/packages/orders/plan-package-change"
import { storeNow } from "../../now"
import { pathId } from "../../path-id"

/** Changes packages of the order or draft that the path names, and returns the preview of its edit. */
export async function changePackages(req: MedusaRequest<unknown>, change: PackageChange): Promise<OrderPreviewDTO> {
  const order_id = pathId(req.params.id, "Order")
  await changePackagesOfOrderWorkflow(req.scope).run({ input: { order_id, change, now: await storeNow(req.scope) } })
  return req.scope.resolve(Modules.ORDER).previewOrderChange(order_id)
}
