import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readProductSchema, type ProductAnswer, type SaveProduct } from "../../../../../contracts/provisioning/products"
import {
  findConfiguredProduct,
  PROVISIONING_MODULE,
  type ProvisioningModuleService,
  readServiceStocks,
} from "../../../../../modules/provisioning"
import { saveProvisionedProductWorkflow } from "../../../../../workflows/provisioning/products/save-product"
import { parseInput } from "../../../../parse-input"
import { pathId } from "../../../../path-id"

type Key = Pick<ProductAnswer, "product_id" | "provider_id">

async function answer(req: MedusaRequest<unknown>, res: MedusaResponse, key: Key): Promise<void> {
  const { knex } = req.scope.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
  const row = await findConfiguredProduct(knex, key)
  const [limit] = await readServiceStocks(knex, [key.product_id])
  const product: ProductAnswer = {
    ...key,
    configuration: row?.configuration ?? {},
    server_group: row?.server_group ?? null,
    fill_rule: row?.fill_rule ?? "least_used",
    stock: limit?.stock ?? null,
    taken: limit?.taken ?? null,
    version: row?.version ?? 0,
  }
  res.json({ product })
}

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { provider_id } = parseInput(readProductSchema, req.query)
  await answer(req, res, { product_id: pathId(req.params.product_id, "Product"), provider_id })
}

export async function POST(req: AuthenticatedMedusaRequest<SaveProduct>, res: MedusaResponse): Promise<void> {
  const product_id = pathId(req.params.product_id, "Product")
  const product = req.validatedBody
  await saveProvisionedProductWorkflow(req.scope).run({ input: { product_id, product } })
  await answer(req, res, { product_id, provider_id: product.provider_id })
}
