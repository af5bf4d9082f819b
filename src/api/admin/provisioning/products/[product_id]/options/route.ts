import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OptionsAnswer, SaveOptions } from "../../../../../../contracts/provisioning/options"
import {
  PROVISIONING_MODULE,
  readOptionSets,
  type ProvisioningModuleService,
} from "../../../../../../modules/provisioning"
import { saveOptionsWorkflow } from "../../../../../../workflows/provisioning/options/save-options"
import { pathId } from "../../../../../path-id"

async function answer(req: MedusaRequest<unknown>, res: MedusaResponse, product_id: string): Promise<void> {
  const { knex } = req.scope.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const row = (await readOptionSets(knex, [product_id])).get(product_id)
  const options: OptionsAnswer = { product_id, options: row?.options ?? [], version: row?.version ?? 0 }
  res.json({ options })
}

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await answer(req, res, pathId(req.params.product_id, "Product"))
}

export async function POST(req: AuthenticatedMedusaRequest<SaveOptions>, res: MedusaResponse): Promise<void> {
  const product_id = pathId(req.params.product_id, "Product")
  await saveOptionsWorkflow(req.scope).run({ input: { product_id, ...req.validatedBody } })
  await answer(req, res, product_id)
}
