import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../../modules/core"
import {
  lockRecipes,
  PACKAGES_MODULE,
  type PackagesModuleService,
  readPackages,
  writePackage,
} from "../../../../modules/packages"
import type { StoredPackage } from "../../../../rules/packages"
import { versionProblems } from "../../../../rules/versions"
import { invalidFields } from "../../../errors/invalid-fields"
import { refuseWhileContained } from "../refuse-while-contained"

export interface DeletePackageInput {
  product_id: string
  /** The version that the caller has seen; left out: whatever it is. */
  version?: number | undefined
}

/** Takes the recipe away. Refused while other packages contain it. Compensation: the recipe. */
export const deletePackageStep = createStep(
  "packages-delete-package",
  async ({ product_id, version }: DeletePackageInput, { container }) => {
    const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
    await refuseWhileContained(container, "product_id", [product_id])
    const before = await inTransaction(knex, async (trx) => {
      await lockRecipes(trx)
      const [stored = null] = await readPackages(trx, [product_id])
      const outdated = stored ? versionProblems(version, stored.package) : []
      if (outdated.length) {
        throw invalidFields("The package was not deleted", outdated)
      }
      await writePackage(trx, { before: stored, after: null })
      return stored
    })
    if (!before) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Package of the product with id: ${product_id} was not found`)
    }
    return new StepResponse(before.package.id, before)
  },
  async (before: StoredPackage | undefined, { container }) => {
    if (before) {
      const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
      await writePackage(knex, { before: null, after: before })
    }
  },
)
