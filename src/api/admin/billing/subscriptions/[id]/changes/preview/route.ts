import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangePreviewAnswer, ChangeSubscriptionBody } from "../../../../../../../contracts/billing/changes"
import { previewChange } from "../../../../../../../workflows/billing/changes/preview-change"
import { pathId } from "../../../../../../path-id"
import { storeDate } from "../../../../../../store-date"

export async function POST(
  req: AuthenticatedMedusaRequest<ChangeSubscriptionBody>,
  res: MedusaResponse<{ change: ChangePreviewAnswer }>,
): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const { expected: _expected, version: _version, ...wish } = req.validatedBody
  const as_of = await storeDate(req.scope)
  res.json({ change: await previewChange(req.scope, { id, wish, as_of }) })
}
