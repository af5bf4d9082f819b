import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  restoreTargetRows,
  deleteTargetRows,
  type Target,
} from "../../../../modules/discounts"
import type { AssignmentLevel } from "../../../../rules/discounts"

export interface DeletedTargets {
  level: AssignmentLevel
  ids: string[]
}

/** Deletes all rows that point at deleted targets; with a product, those of its variants, too. */
export const cleanUpDeletedTargetsStep = createStep(
  "discounts-clean-up-deleted-targets",
  async ({ level, ids }: DeletedTargets, { container }) => {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    const variants =
      level === "product" && ids.length
        ? await container
            .resolve(Modules.PRODUCT)
            .listProductVariants({ product_id: ids }, { select: ["id"], withDeleted: true, take: null })
        : []
    const taken = await deleteTargetRows(knex, [
      ...ids.map((target_id): Target => ({ level, target_id })),
      ...variants.map(({ id }): Target => ({ level: "variant", target_id: id })),
    ])
    return new StepResponse(taken.assignments.length, taken)
  },
  async (taken, { container }) => {
    if (taken) {
      await restoreTargetRows(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, taken)
    }
  },
)
