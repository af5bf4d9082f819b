import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ProfileDetailAnswer, UpdateProfile } from "../../../../../contracts/customers/profiles"
import { updateProfileWorkflow } from "../../../../../workflows/customers/profiles/update-profile"
import { pathId } from "../../../../path-id"
import { editingOf } from "../../editing-of"
import { profileDetail } from "../../profile-detail"
import { toProfileBody } from "../../to-profile-body"

type Answer = MedusaResponse<{ profile: ProfileDetailAnswer }>

export async function GET(req: MedusaRequest, res: Answer): Promise<void> {
  res.json({ profile: await profileDetail(req.scope, pathId(req.params.id, "Customer")) })
}

/** What is left out stays as it is; null clears. */
export async function POST(req: AuthenticatedMedusaRequest<UpdateProfile>, res: Answer): Promise<void> {
  const id = pathId(req.params.id, "Customer")
  const { version } = req.validatedBody
  await updateProfileWorkflow(req.scope).run({
    input: { id, profile: toProfileBody(req.validatedBody), version, editing: await editingOf(req) },
  })
  res.json({ profile: await profileDetail(req.scope, id) })
}
