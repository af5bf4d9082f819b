import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveOptions } from "../../../contracts/provisioning/options"
import {
  PROVISIONING_MODULE,
  readOptionSets,
  saveOptionSet,
  type ProvisioningModuleService,
} from "../../../modules/provisioning"
import { checkDefinitions } from "../../../rules/provisioning"
import { versionProblems } from "../../../rules/versions"
import { invalidFields } from "../../errors/invalid-fields"
import { changedMeanwhile } from "../../errors/to-conflict-error"

export interface SaveOptionsInput extends SaveOptions {
  product_id: string
}

/** One transaction, so the step needs no compensation. What was sold keeps its price (B22). */
const saveOptionsStep = createStep(
  "provisioning-save-options",
  async ({ product_id, options, version }: SaveOptionsInput, { container }) => {
    const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "product", fields: ["id", "variants.id"], filters: { id: product_id } })
    const [product] = data as { variants?: ({ id: string } | null)[] | null }[]
    if (!product) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product with id: ${product_id} was not found`)
    }
    const cycles = new Set((product.variants ?? []).flatMap((variant) => variant?.id ?? []))
    const before = (await readOptionSets(knex, [product_id])).get(product_id) ?? null
    const problems = [...versionProblems(version, before), ...checkDefinitions(options, cycles)]
    if (problems.length) {
      throw invalidFields("The options were not saved", problems)
    }
    if (!(await saveOptionSet(knex, { productId: product_id, options, expected: version }))) {
      throw changedMeanwhile()
    }
    return new StepResponse(product_id)
  },
)

/** Says what buyers choose of a product, and what it costs in each cycle (S3). */
export const saveOptionsWorkflow = createWorkflow(
  "provisioning-save-options",
  (input: SaveOptionsInput) => new WorkflowResponse(saveOptionsStep(input)),
)
