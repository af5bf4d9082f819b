import { ALL_ARTICLES, type AssignmentLevel } from "../states"
import type { ArticleDiscount, Assignment, DiscountFacts, EvaluatedLine } from "../types"

/** A discount with its place in an article's list. */
export interface Listed {
  discount: ArticleDiscount
  assignment: Assignment
}

type Index = Readonly<Record<AssignmentLevel, Map<string, Listed[]>>>

const NONE: readonly Listed[] = []

/** Every target's list by position, made once per evaluation. */
export function indexAssignments({ discounts, assignments }: Pick<DiscountFacts, "discounts" | "assignments">): Index {
  const byId = new Map(discounts.map((discount) => [discount.id, discount]))
  const index: Index = {
    variant: new Map(),
    product: new Map(),
    collection: new Map(),
    category: new Map(),
    all: new Map(),
  }
  for (const assignment of assignments) {
    const discount = byId.get(assignment.discountId)
    const ofLevel = index[assignment.level]
    if (discount) {
      const list = ofLevel.get(assignment.targetId)
      if (list) {
        list.push({ discount, assignment })
      } else {
        ofLevel.set(assignment.targetId, [{ discount, assignment }])
      }
    }
  }
  Object.values(index).forEach((ofLevel) => ofLevel.forEach((list) => list.length > 1 && list.sort(byPosition)))
  return index
}

/**
 * An article's list (D12): assignments of its variant, product, collection, categories, and of all articles, in this
 * order; each discount once.
 */
export function articleList(
  { variantId, productId, collectionId, categoryIds }: EvaluatedLine,
  index: Index,
): readonly Listed[] {
  const at = (level: AssignmentLevel, id: string | null) => (id === null ? NONE : (index[level].get(id) ?? NONE))
  const lists = [
    at("variant", variantId),
    at("product", productId),
    at("collection", collectionId),
    ofCategories(categoryIds.map((id) => at("category", id))),
    at("all", ALL_ARTICLES),
  ].filter((list) => list.length > 0)
  return lists.length < 2 ? (lists[0] ?? NONE) : once(lists.flat())
}

function ofCategories(all: readonly (readonly Listed[])[]): readonly Listed[] {
  const lists = all.filter((list) => list.length > 0)
  return lists.length < 2 ? (lists[0] ?? NONE) : once(lists.flat().sort(byPosition))
}

/** Each discount once, at its first place; within one target's list each is unique already. */
function once(list: readonly Listed[]): Listed[] {
  const seen = new Set<string>()
  return list.filter(({ discount: { id } }) => !seen.has(id) && seen.add(id))
}

function byPosition(a: Listed, b: Listed): number {
  const [one, other] = [a.discount.id, b.discount.id]
  return a.assignment.position - b.assignment.position || (one < other ? -1 : one > other ? 1 : 0)
}
