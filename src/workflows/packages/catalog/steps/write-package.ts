import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../../modules/core"
import {
  lockRecipes,
  PACKAGES_MODULE,
  type PackageChange,
  type PackagesModuleService,
  writePackage,
} from "../../../../modules/packages"
import type { PackagePricing, StoredPackage } from "../../../../rules/packages"
import { changedMeanwhile, toConflictError } from "../../../errors/to-conflict-error"
import { loadPackageShop, planPackage, type SavePackageInput } from "../plan-package"
import { refusePackage } from "../refuse-package"

export interface WrittenPackage {
  package: StoredPackage
  /** How it was priced before; null: it is new. */
  pricing_before: PackagePricing | null
  variant_ids: string[]
}

const databaseOf = (container: MedusaContainer) => container.resolve<PackagesModuleService>(PACKAGES_MODULE).db.knex

/**
 * Stores a package, planned and written in one transaction that no other change of a recipe runs beside. Throws with all
 * problems before anything is written. Compensation: the package before.
 */
export const writePackageStep = createStep(
  "packages-write-package",
  async (input: SavePackageInput, { container }) => {
    const shop = await loadPackageShop(container, input)
    const planned = await inTransaction(databaseOf(container), async (trx) => {
      await lockRecipes(trx)
      const plan = await planPackage(trx, input, shop)
      if (plan.ok && !(await writePackage(trx, plan.change))) {
        throw changedMeanwhile()
      }
      return plan
    }).catch((error: unknown) => {
      throw toConflictError(error)
    })
    if (!planned.ok) {
      throw await refusePackage(container, planned)
    }
    const { before, after } = planned.change
    const written: WrittenPackage = {
      package: after,
      pricing_before: before?.package.pricing ?? null,
      variant_ids: shop.variantIds,
    }
    return new StepResponse(written, { before, after })
  },
  async (change: PackageChange | undefined, { container }) => {
    if (change) {
      await writePackage(databaseOf(container), { before: change.after, after: change.before })
    }
  },
)
