import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LinkCustomerBody, ProfileDetailAnswer } from "../../../../../../contracts/customers/profiles"
import { linkCustomerWorkflow } from "../../../../../../workflows/customers/profiles/link-customer"
import { pathId } from "../../../../../path-id"
import { editingOf } from "../../../editing-of"
import { profileDetail } from "../../../profile-detail"

/** The lead has become this Medusa customer. */
export async function POST(
  req: AuthenticatedMedusaRequest<LinkCustomerBody>,
  res: MedusaResponse<{ profile: ProfileDetailAnswer }>,
): Promise<void> {
  const profile_id = pathId(req.params.id, "Customer")
  const { customer_id } = req.validatedBody
  await linkCustomerWorkflow(req.scope).run({ input: { profile_id, customer_id, editing: await editingOf(req) } })
  res.json({ profile: await profileDetail(req.scope, profile_id) })
}
