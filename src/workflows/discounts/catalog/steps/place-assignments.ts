import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  listAssignments,
  placeAssignments,
  type Target,
} from "../../../../modules/discounts"
import { isSameSet } from "../../../../rules/discounts"

export interface PlacedAssignments extends Target {
  /** All of the target's, in the order in which they are tried. */
  assignment_ids: string[]
}

/** Sorts a target's assignments. Compensation: the order before. */
export const placeAssignmentsStep = createStep(
  "discounts-place-assignments",
  async ({ assignment_ids, ...target }: PlacedAssignments, { container }) => {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    const before = (await listAssignments(knex, [target])).map((one) => one.assignment_id)
    if (!isSameSet(before, assignment_ids)) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `assignment_ids: must name each of the ${before.length} assignments of the ${target.level} once`,
      )
    }
    await placeAssignments(knex, assignment_ids)
    return new StepResponse(assignment_ids, before)
  },
  async (before, { container }) => {
    if (before) {
      await placeAssignments(container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db.knex, before)
    }
  },
)
