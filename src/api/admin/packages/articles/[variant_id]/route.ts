import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PackageArticleAnswer, SaveArticle } from "../../../../../contracts/packages/articles"
import { readArticleAnswer } from "../../../../../workflows/packages/catalog/answers/read-article-answers"
import { savePackageArticleWorkflow } from "../../../../../workflows/packages/catalog/save-article"
import { pathId } from "../../../../path-id"

type Answer = MedusaResponse<{ article: PackageArticleAnswer }>

const variantIdOf = (req: MedusaRequest<unknown>): string => pathId(req.params.variant_id, "Variant")

/** What the variant's price is per; version 0 where nothing is stored: a flat price. */
export async function GET(req: MedusaRequest, res: Answer): Promise<void> {
  res.json({ article: await readArticleAnswer(req.scope, variantIdOf(req)) })
}

/** What is left out stays as it is; `rates` is the whole list. */
export async function POST(req: MedusaRequest<SaveArticle>, res: Answer): Promise<void> {
  const variant_id = variantIdOf(req)
  await savePackageArticleWorkflow(req.scope).run({ input: { variant_id, article: req.validatedBody } })
  res.json({ article: await readArticleAnswer(req.scope, variant_id) })
}
