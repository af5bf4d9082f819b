import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { ProfileDetailAnswer } from "../../../../../contracts/customers/profiles"
import { profileOfCustomer } from "../../../../../modules/customers"
import { adoptCustomersWorkflow } from "../../../../../workflows/customers/profiles/adopt-customers"
import { customersDatabase } from "../../../../../workflows/customers/profiles/editing"
import { pathId } from "../../../../path-id"
import { editingOf } from "../../editing-of"
import { profileDetail } from "../../profile-detail"

/** Throws NOT_FOUND without Medusa's customer. */
async function customerOf(req: MedusaRequest<unknown>): Promise<string> {
  const id = pathId(req.params.id, "Customer")
  await req.scope.resolve(Modules.CUSTOMER).retrieveCustomer(id, { select: ["id"] })
  return id
}

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<{ profile: ProfileDetailAnswer | null }>,
): Promise<void> {
  const id = await profileOfCustomer(customersDatabase(req.scope), await customerOf(req))
  res.json({ profile: id === null ? null : await profileDetail(req.scope, id) })
}

/** Makes the profile where there is none. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ profile: ProfileDetailAnswer }>,
): Promise<void> {
  const customerId = await customerOf(req)
  const { result } = await adoptCustomersWorkflow(req.scope).run({
    input: { customer_ids: [customerId], editing: await editingOf(req) },
  })
  const [id] = result
  if (!id) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Customer with id: ${customerId} was not found`)
  }
  res.json({ profile: await profileDetail(req.scope, id) })
}
