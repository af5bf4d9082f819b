import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CustomerMark } from "../../../../../contracts/provisioning/services"
import {
  isCustomerNeverSuspended,
  PROVISIONING_MODULE,
  type ProvisioningModuleService,
} from "../../../../../modules/provisioning"
import { markCustomerWorkflow } from "../../../../../workflows/provisioning/services/mark-customer"
import { pathId } from "../../../../path-id"
import { storeDate } from "../../../../store-date"

async function answer(req: MedusaRequest<unknown>, res: MedusaResponse, id: string): Promise<void> {
  const { knex } = req.scope.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const customer: CustomerMark = { never_suspend: await isCustomerNeverSuspended(knex, id) }
  res.json({ customer })
}

export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> =>
  answer(req, res, pathId(req.params.id, "Customer"))

export async function POST(req: AuthenticatedMedusaRequest<CustomerMark>, res: MedusaResponse): Promise<void> {
  const customer_id = pathId(req.params.id, "Customer")
  const actor = `user:${req.auth_context.actor_id}` as const
  const as_of = await storeDate(req.scope)
  await markCustomerWorkflow(req.scope).run({ input: { customer_id, ...req.validatedBody, as_of, actor } })
  await answer(req, res, customer_id)
}
