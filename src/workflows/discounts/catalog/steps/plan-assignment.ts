import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type {
  AssignmentBody,
  CreateAssignment,
  UpdateAssignment,
} from "../../../../contracts/discounts/article-discounts"
import {
  type ArticleDiscountChange,
  type AssignmentRecord,
  discountOfAssignment,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
} from "../../../../modules/discounts"
import { planArticleDiscount } from "../plan-article-discount"
import { storedArticleDiscount } from "../stored-article-discount"

export type AssignmentChange =
  | { kind: "create"; assignment: CreateAssignment }
  | { kind: "update"; id: string; assignment: UpdateAssignment }
  | { kind: "delete"; id: string }

const asBody = ({ position: _place, ...assignment }: AssignmentRecord): AssignmentBody => assignment

/** Decides the discount after one of its assignments is added, changed or removed. */
export const planAssignmentStep = createStep(
  "discounts-plan-assignment",
  async (change: AssignmentChange, { container }) => {
    const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
    if (change.kind === "create") {
      const { discount_id, ...wanted } = change.assignment
      const before = await storedArticleDiscount(container, discount_id)
      const assignments = [...before.assignments.map(asBody), wanted]
      return new StepResponse<ArticleDiscountChange>(await planArticleDiscount(container, before, { assignments }))
    }
    const discountId = await discountOfAssignment(knex, change.id)
    if (discountId === null) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Assignment with id: ${change.id} was not found`)
    }
    const before = await storedArticleDiscount(container, discountId)
    if (change.kind === "delete") {
      const kept = before.assignments.filter((one) => one.id !== change.id)
      return new StepResponse<ArticleDiscountChange>({ before, after: { ...before, assignments: kept } })
    }
    const { version, ...period } = change.assignment
    const assignments = before.assignments
      .map(asBody)
      .map((one) => (one.id === change.id ? { ...one, ...period } : one))
    const body = { assignments, version }
    return new StepResponse<ArticleDiscountChange>(
      await planArticleDiscount(container, before, body, { part: ["assignments"] }),
    )
  },
)
