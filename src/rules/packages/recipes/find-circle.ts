import type { RecipeBook } from "./recipe"

/**
 * The path by which a package contains itself (P1): product ids, the first one again at the end; null: it does not.
 * Iterative, so that no depth overflows the stack; each package is visited once.
 */
export function findCircle(book: RecipeBook, productId: string): string[] | null {
  const finished = new Set<string>()
  const path: string[] = []
  const onPath = new Set<string>()
  const left: { id: string; isEntered: boolean }[] = [{ id: productId, isEntered: false }]
  for (let next = left.pop(); next; next = left.pop()) {
    if (next.isEntered) {
      path.pop()
      onPath.delete(next.id)
      finished.add(next.id)
      continue
    }
    if (onPath.has(next.id)) {
      return [...path.slice(path.indexOf(next.id)), next.id]
    }
    const recipe = finished.has(next.id) ? undefined : book[next.id]
    if (recipe) {
      path.push(next.id)
      onPath.add(next.id)
      left.push({ id: next.id, isEntered: true })
      left.push(...contained(recipe.entries).map((id) => ({ id, isEntered: false })))
    }
  }
  return null
}

const contained = (entries: readonly { productId: string }[]): string[] => [
  ...new Set(entries.map(({ productId }) => productId)),
]
