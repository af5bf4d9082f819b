import type { ArticleDiscount, Assignment, DiscountFacts, SaleLine } from "./types"

/** A discount where it stands in an article's list. */
export interface Listed {
  discount: ArticleDiscount
  assignment: Assignment
}

type Index = ReadonlyMap<string, readonly Listed[]>

const NONE: readonly Listed[] = []

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
export function articleList(
  { variantId, productId, collectionId, categoryIds }: SaleLine,
  index: Index,
): readonly Listed[] {
  const at = (level: string, id: string | null) => (id === null ? NONE : (index.get(`${level} ${id}`) ?? NONE))
  return once([
    at("variant", variantId),
    at("product", productId),
    at("collection", collectionId),
    ofCategories(categoryIds.map((id) => at("category", id))),
  ])
}

function ofCategories(lists: readonly (readonly Listed[])[]): readonly Listed[] {
  const filled = lists.filter((list) => list.length > 0)
  return filled.length > 1
    ? once(
        filled
          .flat()
          .sort(byPosition)
          .map((listed) => [listed]),
      )
    : (filled[0] ?? NONE)
}

/** A list by itself has each discount once already. */
function once(lists: readonly (readonly Listed[])[]): readonly Listed[] {
  const filled = lists.filter((list) => list.length > 0)
  if (filled.length < 2) {
    return filled[0] ?? NONE
  }
  const seen = new Set<string>()
  return filled.flat().filter(({ discount: { id } }) => !seen.has(id) && seen.add(id))
}

function byPosition(a: Listed, b: Listed): number {
  const [one, other] = [a.discount.id, b.discount.id]
  return a.assignment.position - b.assignment.position || (one < other ? -1 : one > other ? 1 : 0)
}
