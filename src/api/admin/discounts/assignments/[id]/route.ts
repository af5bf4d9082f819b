import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { UpdateAssignment } from "../../../../../contracts/discounts/article-discounts"
import { changeAssignmentWorkflow } from "../../../../../workflows/discounts/catalog/change-assignment"
import { readArticleDiscountAnswers } from "../../../../../workflows/discounts/catalog/read-article-discount-answers"
import { pathId } from "../../../../path-id"
import { storeDate } from "../../../../store-date"

const idOf = (req: MedusaRequest<unknown>): string => pathId(req.params.id, "Assignment")

/** Changes when the discount is in force there. */
export async function POST(req: MedusaRequest<UpdateAssignment>, res: MedusaResponse): Promise<void> {
  const id = idOf(req)
  const { result: discount_id } = await changeAssignmentWorkflow(req.scope).run({
    input: { kind: "update", id, assignment: req.validatedBody },
  })
  const [discount] = await readArticleDiscountAnswers(req.scope, [discount_id], await storeDate(req.scope))
  res.json({ assignment: { discount_id, ...discount?.assignments.find((one) => one.id === id) } })
}

export async function DELETE(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = idOf(req)
  await changeAssignmentWorkflow(req.scope).run({ input: { kind: "delete", id } })
  res.json({ id, object: "discounts_assignment", deleted: true })
}
