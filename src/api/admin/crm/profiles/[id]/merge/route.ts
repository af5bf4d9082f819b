import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  previewMergeSchema,
  type MergePreviewAnswer,
  type MergeProfilesBody,
} from "../../../../../../contracts/customers/merging"
import type { ProfileDetailAnswer } from "../../../../../../contracts/customers/profiles"
import { mergeProfilesWorkflow } from "../../../../../../workflows/customers/merging/merge-profiles"
import { planMerge } from "../../../../../../workflows/customers/merging/plan-merge"
import { parseInput } from "../../../../../parse-input"
import { pathId } from "../../../../../path-id"
import { editingOf } from "../../../editing-of"
import { presentMerge } from "../../../present-merge"
import { profileDetail } from "../../../profile-detail"

/** What would move, and which log-in would stay. */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ merge: MergePreviewAnswer }>): Promise<void> {
  const { loser_id } = parseInput(previewMergeSchema, req.query)
  const planned = await planMerge(req.scope, { winner_id: pathId(req.params.id, "Customer"), loser_id })
  res.json({ merge: await presentMerge(req.scope, planned) })
}

/** The other one's notes, follow-ups and time line are this one's afterwards. */
export async function POST(
  req: AuthenticatedMedusaRequest<MergeProfilesBody>,
  res: MedusaResponse<{ profile: ProfileDetailAnswer }>,
): Promise<void> {
  const winner_id = pathId(req.params.id, "Customer")
  await mergeProfilesWorkflow(req.scope).run({
    input: { winner_id, ...req.validatedBody, editing: await editingOf(req) },
  })
  res.json({ profile: await profileDetail(req.scope, winner_id) })
}
