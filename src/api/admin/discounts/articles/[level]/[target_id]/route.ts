import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { SaveArticle } from "../../../../../../contracts/discounts/articles"
import { readArticleAnswer } from "../../../../../../workflows/discounts/catalog/read-article-answer"
import { saveArticleWorkflow } from "../../../../../../workflows/discounts/catalog/save-article"
import { targetOfPath } from "../../target-of-path"

/** Of a collection or category: what is assigned to it. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ article: await readArticleAnswer(req.scope, targetOfPath(req)) })
}

export async function POST(req: MedusaRequest<SaveArticle>, res: MedusaResponse): Promise<void> {
  const target = targetOfPath(req)
  const { level, target_id } = target
  if (level !== "product" && level !== "variant") {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `level: a ${level} is no article; take a product or variant`)
  }
  await saveArticleWorkflow(req.scope).run({ input: { level, target_id, article: req.validatedBody } })
  res.json({ article: await readArticleAnswer(req.scope, target) })
}
