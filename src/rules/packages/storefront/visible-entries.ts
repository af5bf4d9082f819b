import { childPath } from "../expansion/selection"
import type { Recipe, RecipeBook, RecipeEntry } from "../recipes/recipe"

/** An entry that a customer may see, chosen or not. */
export interface VisibleEntry {
  /** What a choice of it is called by. */
  path: string
  entry: RecipeEntry
  /** Whether a package around it has a price of its own, which it is in: then its own does not count (P4, P5). */
  isIncluded: boolean
  /** Null: an article. */
  recipe: Recipe | null
  /** Of a nested package. */
  entries: VisibleEntry[]
}

/** What a storefront shows of a package to the last level: every entry but hidden ones and what is in them (P13, P22). */
export function visibleEntries(book: RecipeBook, productId: string): VisibleEntry[] {
  return entriesOf({ book, productId, path: "", isIncluded: false, around: new Set() })
}

interface Around {
  book: RecipeBook
  productId: string
  path: string
  isIncluded: boolean
  /** Product ids of the packages around: a package is not shown in itself. */
  around: ReadonlySet<string>
}

function entriesOf({ book, productId, path, isIncluded, around }: Around): VisibleEntry[] {
  const recipe = around.has(productId) ? undefined : book[productId]
  const isInPrice = isIncluded || (recipe !== undefined && !isByContents(recipe))
  const visible = recipe?.entries.filter((entry) => !entry.isHidden) ?? []
  return visible.map((entry) => {
    const own = childPath(path, entry.id)
    const isEntryIncluded = isInPrice && entry.role === "content"
    return {
      path: own,
      entry,
      isIncluded: isEntryIncluded,
      recipe: book[entry.productId] ?? null,
      entries: entriesOf({
        book,
        productId: entry.productId,
        path: own,
        isIncluded: isEntryIncluded,
        around: new Set([...around, productId]),
      }),
    }
  })
}

const isByContents = ({ pricing }: Recipe): boolean => pricing === "contents_all" || pricing === "contents_visible"

/** All entries of a tree, a package before its contents. */
export const allEntries = (entries: readonly VisibleEntry[]): VisibleEntry[] =>
  entries.flatMap((one) => [one, ...allEntries(one.entries)])
