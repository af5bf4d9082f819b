import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CreateAssignment } from "../../../../contracts/discounts/article-discounts"
import { changeAssignmentWorkflow } from "../../../../workflows/discounts/catalog/change-assignment"
import { readArticleDiscountAnswers } from "../../../../workflows/discounts/catalog/read-article-discount-answers"
import { storeDate } from "../../../store-date"

/** Assigns a discount to one more target: last in its list. */
export async function POST(req: MedusaRequest<CreateAssignment>, res: MedusaResponse): Promise<void> {
  const { discount_id, level, target_id } = req.validatedBody
  await changeAssignmentWorkflow(req.scope).run({ input: { kind: "create", assignment: req.validatedBody } })
  const [discount] = await readArticleDiscountAnswers(req.scope, [discount_id], await storeDate(req.scope))
  const assignment = discount?.assignments.find((one) => one.level === level && one.target_id === target_id)
  res.status(201).json({ assignment: { discount_id, ...assignment } })
}
