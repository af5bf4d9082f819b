import type { VisiblePrice } from "./visible-prices"

/** What a refresh of the recipe would change of a package's lines (P20). */
export interface RecipeChanges<Line> {
  added: Line[]
  removed: Line[]
  changed: { before: Line; after: Line }[]
}

type ComparedLine = Pick<VisiblePrice, "node" | "unitPrice" | "quantity">

/**
 * Compares the contents of a package as it was sold with those of its recipe as it is now. An entry is known by its
 * place; one whose place is new, by its variant in the same package.
 */
export function recipeChanges<Line extends ComparedLine>(
  before: readonly Line[],
  after: readonly Line[],
): RecipeChanges<Line> {
  const left = new Set(before.filter(isContent))
  const take = (isIt: (one: Line) => boolean): Line | null => {
    const found = [...left].find(isIt)
    return found && left.delete(found) ? found : null
  }
  const pairs = new Map<Line, Line | null>()
  const wanted = after.filter(isContent)
  for (const one of wanted) {
    pairs.set(
      one,
      take(({ node }) => node.path === one.node.path),
    )
  }
  for (const one of wanted.filter((line) => pairs.get(line) === null)) {
    pairs.set(
      one,
      take((other) => isSameArticle(one, other)),
    )
  }
  return {
    added: wanted.filter((one) => pairs.get(one) === null),
    removed: [...left],
    changed: wanted.flatMap((one) => {
      const earlier = pairs.get(one) ?? null
      return earlier && !isSame(earlier, one) ? [{ before: earlier, after: one }] : []
    }),
  }
}

const isContent = ({ node }: ComparedLine): boolean => node.entry !== null

const packageOf = (path: string): string => path.split("/").slice(0, -1).join("/")

const isSameArticle = ({ node: one }: ComparedLine, { node: other }: ComparedLine): boolean =>
  one.variantId === other.variantId &&
  one.entry?.role === other.entry?.role &&
  packageOf(one.path) === packageOf(other.path)

const isSame = (one: ComparedLine, other: ComparedLine): boolean =>
  one.node.variantId === other.node.variantId && one.quantity === other.quantity && one.unitPrice === other.unitPrice
