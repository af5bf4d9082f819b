import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listArticlesSchema, type PackageArticleListAnswer } from "../../../../contracts/packages/articles"
import { readArticleAnswers } from "../../../../workflows/packages/catalog/answers/read-article-answers"
import { parseInput } from "../../../parse-input"

/** What the prices of a product's variants are per. */
export async function GET(req: MedusaRequest, res: MedusaResponse<PackageArticleListAnswer>): Promise<void> {
  const { product_id } = parseInput(listArticlesSchema, req.query)
  res.json({ articles: await readArticleAnswers(req.scope, product_id) })
}
