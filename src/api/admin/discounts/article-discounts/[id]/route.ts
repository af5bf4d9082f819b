import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { UpdateArticleDiscount } from "../../../../../contracts/discounts/article-discounts"
import { deleteArticleDiscountWorkflow } from "../../../../../workflows/discounts/catalog/delete-article-discount"
import { readArticleDiscountAnswers } from "../../../../../workflows/discounts/catalog/read-article-discount-answers"
import { saveArticleDiscountWorkflow } from "../../../../../workflows/discounts/catalog/save-article-discount"
import { pathId } from "../../../../path-id"
import { storeDate } from "../../../../store-date"

const idOf = (req: MedusaRequest<unknown>): string => pathId(req.params.id, "Article discount")

async function answer(req: MedusaRequest<unknown>, res: MedusaResponse): Promise<void> {
  const id = idOf(req)
  const [article_discount] = await readArticleDiscountAnswers(req.scope, [id], await storeDate(req.scope))
  if (!article_discount) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Article discount with id: ${id} was not found`)
  }
  res.json({ article_discount })
}

export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> => answer(req, res)

/** What is left out stays as it is; `rules` and `assignments` are whole lists. */
export async function POST(req: MedusaRequest<UpdateArticleDiscount>, res: MedusaResponse): Promise<void> {
  await saveArticleDiscountWorkflow(req.scope).run({ input: { id: idOf(req), discount: req.validatedBody } })
  await answer(req, res)
}

/** Amounts already taken off stay. */
export async function DELETE(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = idOf(req)
  await deleteArticleDiscountWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "discounts_article_discount", deleted: true })
}
