import type { DiscountAnswer, DiscountFacts } from "../types"

/** An order line's article. */
export interface ArticleOfLine {
  id: string
  variantId: string | null
  productId: string | null
}

/** An edit of an order: its lines before and after, and the ids of those that it adds, changes or removes. */
export interface OrderEdit {
  before: ArticleOfLine[]
  after: ArticleOfLine[]
  touched: ReadonlySet<string>
}

/**
 * The lines that an edit touches, plus all lines of their articles that share a value that counts once for the article
 * (D14): evaluated for one line alone, it would be given twice or in part.
 */
export function withWholeArticles(
  { before, after, touched }: OrderEdit,
  { facts, answer }: { facts: DiscountFacts; answer: DiscountAnswer },
): Set<string> {
  const left = new Set(after.map(({ id }) => id))
  const moved = [...before, ...after].filter(({ id }) => touched.has(id) || !left.has(id))
  const once = new Set(facts.discounts.filter(({ rules }) => rules.some(countsOnce)).map(({ id }) => id))
  const sharedBy = (lineId: string): string[] =>
    (answer.lines.find(({ id }) => id === lineId)?.discounts ?? []).flatMap(({ discountId }) =>
      discountId !== null && once.has(discountId) ? [discountId] : [],
    )
  const shared = after.filter((line) =>
    sharedBy(line.id).some((discountId) => moved.some((one) => isSameArticle(line, one, { facts, discountId }))),
  )
  return new Set([...touched, ...shared.map(({ id }) => id)])
}

const countsOnce = ({ mode, per }: { mode: string; per: string }): boolean => mode === "fixed" && per === "article"

/** By the level that the discount is assigned to: the variant, else the product. */
function isSameArticle(
  line: ArticleOfLine,
  other: ArticleOfLine,
  { facts, discountId }: { facts: DiscountFacts; discountId: string },
): boolean {
  const isOfVariant = facts.assignments.some(
    (one) => one.discountId === discountId && one.level === "variant" && one.targetId === line.variantId,
  )
  return isOfVariant ? line.variantId === other.variantId : line.productId === other.productId
}
