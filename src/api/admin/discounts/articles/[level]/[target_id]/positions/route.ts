import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ArticlePositions } from "../../../../../../../contracts/discounts/articles"
import { placeAssignmentsWorkflow } from "../../../../../../../workflows/discounts/catalog/place-assignments"
import { readArticleAnswer } from "../../../../../../../workflows/discounts/catalog/read-article-answer"
import { targetOfPath } from "../../../target-of-path"

/** Sorts the target's own assignments. */
export async function POST(req: MedusaRequest<ArticlePositions>, res: MedusaResponse): Promise<void> {
  const target = targetOfPath(req)
  await placeAssignmentsWorkflow(req.scope).run({ input: { ...target, ...req.validatedBody } })
  res.json({ article: await readArticleAnswer(req.scope, target) })
}
