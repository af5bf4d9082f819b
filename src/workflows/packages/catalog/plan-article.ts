import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import {
  type ArticleChange,
  PACKAGES_MODULE,
  type PackagesModuleService,
  packageProductIds,
  readArticles,
} from "../../../modules/packages"
import {
  changedArticleFields,
  mergeArticle,
  validateArticle,
  type ArticleBody,
  type StoredArticle,
} from "../../../rules/packages"
import { versionProblems } from "../../../rules/versions"
import { invalidFields } from "../../errors/invalid-fields"
import { productsOfVariants } from "./products-of-variants"

export interface SaveArticleInput {
  variant_id: string
  /** `version` is the one that the fields were read in, 0 for none. */
  article: ArticleBody & { version?: number | undefined }
}

/** The article after the request. Throws with all problems, or where there is no such variant. */
export async function planArticle(
  container: MedusaContainer,
  { variant_id, article: { version, ...body } }: SaveArticleInput,
): Promise<ArticleChange & { after: StoredArticle }> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const productId = (await productsOfVariants(container, [variant_id])).get(variant_id)
  if (productId === undefined) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Variant with id: ${variant_id} was not found`)
  }
  const [before = null] = await readArticles(knex, "variant_id", [variant_id])
  const newId = (prefix: string) => generateEntityId(undefined, prefix)
  const after = mergeArticle(before, body, { variantId: variant_id, productId, newId })
  const isChanged = !before || changedArticleFields(before, after).length > 0
  const isPackage = (await packageProductIds(knex, [productId])).length > 0
  const problems = [
    ...(isChanged ? versionProblems(version, before?.article ?? null) : []),
    ...(isPackage ? [{ field: "variant_id", reason: "is a package: how it is priced is said there" }] : []),
    ...validateArticle(after),
  ]
  if (problems.length) {
    throw invalidFields("The article was not saved", problems)
  }
  return { before, after, expected: version === undefined ? undefined : before?.article.version }
}
