import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  ChangeOwnSubscriptionBody,
  OwnChangePreviewAnswer,
} from "../../../../../../../../contracts/billing/changes"
import { printedLines } from "../../../../../../../../rules/billing"
import { previewChange } from "../../../../../../../../workflows/billing/changes/preview-change"
import { pathId } from "../../../../../../../path-id"
import { storeDate } from "../../../../../../../store-date"

export async function POST(
  req: AuthenticatedMedusaRequest<ChangeOwnSubscriptionBody>,
  res: MedusaResponse<{ change: OwnChangePreviewAnswer }>,
): Promise<void> {
  const { expected: _expected, ...wish } = req.validatedBody
  const { invoice, ...change } = await previewChange(req.scope, {
    id: pathId(req.params.id, "Subscription"),
    wish: { ...wish, isCustomer: true },
    as_of: await storeDate(req.scope),
    customer_id: req.auth_context.actor_id,
  })
  res.json({ change: { ...change, invoice: invoice && { ...invoice, lines: printedLines(invoice.lines) } } })
}
