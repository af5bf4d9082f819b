import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SaveArticle } from "../../../../../../contracts/discounts/articles"
import { readArticleAnswer } from "../../../../../../workflows/discounts/catalog/read-article-answer"
import { saveArticleWorkflow } from "../../../../../../workflows/discounts/catalog/save-article"
import { targetOfPath } from "../../target-of-path"

/** Of a collection, a category or all articles: what is assigned to it, and whether the order discount applies. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ article: await readArticleAnswer(req.scope, targetOfPath(req)) })
}

export async function POST(req: MedusaRequest<SaveArticle>, res: MedusaResponse): Promise<void> {
  const target = targetOfPath(req)
  await saveArticleWorkflow(req.scope).run({ input: { ...target, article: req.validatedBody } })
  res.json({ article: await readArticleAnswer(req.scope, target) })
}
