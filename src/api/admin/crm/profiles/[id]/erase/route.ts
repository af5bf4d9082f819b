import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { EraseCustomerBody } from "../../../../../../contracts/customers/personal-data"
import { CORE_MODULE, type CoreModuleService } from "../../../../../../modules/core"
import { eraseCustomerWorkflow } from "../../../../../../workflows/customers/personal-data/erase-customer"
import { customersDatabase } from "../../../../../../workflows/customers/profiles/editing"
import { storedProfile } from "../../../../../../workflows/customers/profiles/stored-profile"
import { pathId } from "../../../../../path-id"
import { editingOf } from "../../../editing-of"

/** Cannot be undone, so the name is typed again. Orders and issued invoices stay for the legal period (C9). */
export async function POST(req: AuthenticatedMedusaRequest<EraseCustomerBody>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Customer")
  const profile = await storedProfile(customersDatabase(req.scope), id)
  if (req.validatedBody.name !== profile.name) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "name: is not the customer's name")
  }
  await eraseCustomerWorkflow(req.scope).run({ input: { id, editing: await editingOf(req) } })
  const { customers } = req.scope.resolve<CoreModuleService>(CORE_MODULE).options
  res.json({
    id,
    object: "customers_profile",
    deleted: true,
    keep_invoices_years: customers.keepInvoicesYears,
  })
}
