import { Modules, type MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveProduct } from "../../../contracts/provisioning/products"
import {
  findConfiguredProduct,
  PROVISIONING_MODULE,
  readServiceStocks,
  saveConfiguredProduct,
  servicesGivenUpFor,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import { changedFields, versionProblems } from "../../../rules/versions"
import { invalidFields, type FieldProblem } from "../../errors/invalid-fields"
import { changedMeanwhile } from "../../errors/to-conflict-error"
import { DELIVERY_REQUESTED } from "../services/provisioning-orders"
import { retryGivenUp } from "../services/retry-given-up"
import { checkForm } from "./check-form"

export interface SaveProductInput {
  product_id: string
  product: SaveProduct
}

const notSaved = (problems: FieldProblem[]): MedusaError => invalidFields("The configuration was not saved", problems)

/**
 * One transaction, so the step needs no compensation: what was sold keeps the configuration that it was made with, and what could
 * not be made with the one before is tried with the new one.
 */
const saveProductStep = createStep(
  "provisioning-save-product",
  async ({ product_id, product }: SaveProductInput, { container }) => {
    const { db, room } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
    const { provider_id, version } = product
    const provider = room.providerOf(provider_id)
    if (!provider) {
      throw notSaved([{ field: "provider_id", reason: `"${provider_id}" is not an active provider` }])
    }
    const key = { product_id, provider_id }
    const before = await findConfiguredProduct(db.knex, key)
    const checked = checkForm(provider.describe().configuration, product.configuration, "configuration")
    const problems = [...versionProblems(version, before), ...(checked.ok ? [] : checked.problems)]
    if (!checked.ok || problems.length) {
      throw notSaved(problems)
    }
    const values = {
      configuration: checked.values,
      server_group: product.server_group === undefined ? (before?.server_group ?? null) : product.server_group || null,
      fill_rule: product.fill_rule ?? before?.fill_rule ?? ("least_used" as const),
    }
    const [limit] = await readServiceStocks(db.knex, [product_id])
    const stock = product.stock === undefined ? (limit?.stock ?? null) : product.stock
    const { configuration, server_group, fill_rule } = before ?? {}
    const known = { configuration, server_group, fill_rule, stock: limit?.stock ?? null }
    const fields = before ? changedFields(known, { ...values, stock }) : Object.keys(values)
    const expected = version === undefined ? undefined : (before?.version ?? 0)
    if (
      fields.length &&
      !(await saveConfiguredProduct(db.knex, { key, values, fields, expected, stock: product.stock }))
    ) {
      throw changedMeanwhile()
    }
    if (fields.includes("configuration")) {
      await retryGivenUp(container, await servicesGivenUpFor(db.knex, key))
      await container.resolve(Modules.EVENT_BUS).emit({ name: DELIVERY_REQUESTED, data: { product_id } })
    }
    return new StepResponse(product_id)
  },
)

/** Says how a provider makes a product (S2), checked by the provider's own schema. */
export const saveProvisionedProductWorkflow = createWorkflow(
  "provisioning-save-product",
  (input: SaveProductInput) => new WorkflowResponse(saveProductStep(input)),
)
