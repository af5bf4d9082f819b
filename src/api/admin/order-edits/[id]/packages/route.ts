import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AddOrderPackageBody, OrderPackagesAnswer } from "../../../../../contracts/packages/orders"
import { packagesOfOrder } from "../../../../../workflows/packages/orders/packages-of-order"
import { pathId } from "../../../../path-id"
import { changePackages } from "../../../packages/change-packages"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<OrderPackagesAnswer>): Promise<void> {
  res.json({ packages: await packagesOfOrder(req.scope, pathId(req.params.id, "Order")) })
}

export async function POST(req: AuthenticatedMedusaRequest<AddOrderPackageBody>, res: MedusaResponse): Promise<void> {
  const order_preview = await changePackages(req, { kind: "add", ...req.validatedBody })
  res.json({ order_preview })
}
