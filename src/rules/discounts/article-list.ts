import type { ArticleDiscount, Assignment, DiscountFacts, SaleLine } from "./types"

/** A discount where it stands in an article's list. */
export interface Listed {
  discount: ArticleDiscount
  assignment: Assignment
}

type Index = ReadonlyMap<string, readonly Listed[]>

/** Every target's list by position, made once for the whole sale. */
export function indexAssignments({ discounts, assignments }: Pick<DiscountFacts, "discounts" | "assignments">): Index {
  const byId = new Map(discounts.map((discount) => [discount.id, discount]))
  const index = new Map<string, Listed[]>()
  for (const assignment of assignments) {
    const discount = byId.get(assignment.discountId)
    if (discount) {
      const key = `${assignment.level} ${assignment.targetId}`
      const list = index.get(key)
      if (list) {
        list.push({ discount, assignment })
      } else {
        index.set(key, [{ discount, assignment }])
      }
    }
  }
  index.forEach((list) => list.sort(byPosition))
  return index
}

/** An article's list (D12): its variant's assignments, its product's, collection's, categories'; each discount once. */
export function articleList(line: SaleLine, index: Index): readonly Listed[] {
  const levels = [
    line.variantId === null ? [] : (index.get(`variant ${line.variantId}`) ?? []),
    line.productId === null ? [] : (index.get(`product ${line.productId}`) ?? []),
    line.collectionId === null ? [] : (index.get(`collection ${line.collectionId}`) ?? []),
    ofCategories(line.categoryIds, index),
  ].filter((list) => list.length > 0)
  const seen = new Set<string>()
  return levels.flat().filter(({ discount }) => !seen.has(discount.id) && seen.add(discount.id))
}

function ofCategories(ids: readonly string[], index: Index): readonly Listed[] {
  const lists = ids.flatMap((id) => index.get(`category ${id}`) ?? [])
  return ids.length > 1 ? lists.sort(byPosition) : lists
}

function byPosition(a: Listed, b: Listed): number {
  const [one, other] = [a.discount.id, b.discount.id]
  return a.assignment.position - b.assignment.position || (one < other ? -1 : one > other ? 1 : 0)
}
