import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SetVisibility } from "../../../../../../contracts/billing/offers"
import { setGroupVisibilityWorkflow } from "../../../../../../workflows/billing/offers/groups/set-group-visibility"
import { pathId } from "../../../../../path-id"

/** Hides all offers of a group, or shows them again. */
export async function POST(req: AuthenticatedMedusaRequest<SetVisibility>, res: MedusaResponse): Promise<void> {
  const { result } = await setGroupVisibilityWorkflow(req.scope).run({
    input: { collection_id: pathId(req.params.id, "Group"), hidden: req.validatedBody.hidden },
  })
  res.json({ group: result })
}
