import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangeOrderPackageBody } from "../../../../../../contracts/packages/orders"
import { pathId } from "../../../../../path-id"
import { changePackages } from "../../../../packages/change-packages"

const lineId = (req: AuthenticatedMedusaRequest<unknown>) => pathId(req.params.line_id, "Line item")

export async function POST(
  req: AuthenticatedMedusaRequest<ChangeOrderPackageBody>,
  res: MedusaResponse,
): Promise<void> {
  const draft_order_preview = await changePackages(req, { kind: "change", line_id: lineId(req), ...req.validatedBody })
  res.json({ draft_order_preview })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const draft_order_preview = await changePackages(req, { kind: "remove", line_id: lineId(req) })
  res.json({ draft_order_preview })
}
