import type { MedusaContainer } from "@medusajs/framework/types"
import type { StoredArticleDiscount } from "../../../modules/discounts"
import { fixedOnContents, newAssignments, type Problem } from "../../../rules/discounts"
import { pricedByContents } from "../../ports/packages/priced-by-contents"

/**
 * A fixed amount cannot be given to a package that its contents make the price of (P9). What reaches one through a
 * collection or a category is skipped when it is sold.
 */
export async function fixedOnContentsProblems(
  container: MedusaContainer,
  before: StoredArticleDiscount | null,
  after: StoredArticleDiscount,
): Promise<Problem[]> {
  if (!isFixed(after)) {
    return []
  }
  const asked =
    before && isFixed(before)
      ? newAssignments(before, after)
      : after.assignments.map((assignment, index) => ({ assignment, index }))
  const idsAt = (level: string) =>
    asked.flatMap(({ assignment }) => (assignment.level === level ? [assignment.target_id] : []))
  const [productIds, variantIds] = [idsAt("product"), idsAt("variant")]
  const found =
    productIds.length + variantIds.length
      ? await pricedByContents.get().among(container, { productIds, variantIds })
      : new Set<string>()
  return asked.flatMap(({ assignment, index }) => (found.has(assignment.target_id) ? [fixedOnContents(index)] : []))
}

const isFixed = ({ rules }: StoredArticleDiscount): boolean => rules.some(({ mode }) => mode === "fixed")
