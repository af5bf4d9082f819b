import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  listArticleDiscountsSchema,
  type ArticleDiscountListAnswer,
  type CreateArticleDiscount,
} from "../../../../contracts/discounts/article-discounts"
import { DISCOUNTS_MODULE, type DiscountsModuleService, listArticleDiscountIds } from "../../../../modules/discounts"
import { readArticleDiscountAnswers } from "../../../../workflows/discounts/catalog/read-article-discount-answers"
import { saveArticleDiscountWorkflow } from "../../../../workflows/discounts/catalog/save-article-discount"
import { parseInput } from "../../../parse-input"
import { storeDate } from "../../../store-date"

/** Newest first, or as `order` says; `q` finds by name, note and id. */
export async function GET(req: MedusaRequest, res: MedusaResponse<ArticleDiscountListAnswer>): Promise<void> {
  const query = parseInput(listArticleDiscountsSchema, req.query)
  const { knex } = req.scope.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const { ids, count } = await listArticleDiscountIds(knex, query)
  const article_discounts = await readArticleDiscountAnswers(req.scope, ids, await storeDate(req.scope))
  res.json({ article_discounts, count, limit: query.limit, offset: query.offset })
}

export async function POST(req: MedusaRequest<CreateArticleDiscount>, res: MedusaResponse): Promise<void> {
  const { result: id } = await saveArticleDiscountWorkflow(req.scope).run({
    input: { id: null, discount: req.validatedBody },
  })
  const [article_discount] = await readArticleDiscountAnswers(req.scope, [id], await storeDate(req.scope))
  res.status(201).json({ article_discount })
}
