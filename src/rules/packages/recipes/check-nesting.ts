import { findCircle } from "./find-circle"
import { HIGHEST_QUANTITY } from "./whole-number"
import type { RecipeBook } from "./recipe"

/** More lines than this no cart bears, and no order shows. */
export const MOST_PARTS = 5_000

/** Why recipes cannot be nested as they are. Products are named by id. */
export type NestingProblem =
  | { kind: "circle"; /** From a package down to itself. */ path: string[] }
  | { kind: "size"; productId: string; parts: number }
  | { kind: "quantity"; productId: string; quantity: number }

/**
 * What is wrong with how packages are nested: `productId` contains itself, or one of `productIds` (itself and the
 * packages around it) has too many parts to the last level, whatever is chosen; null: nothing.
 */
export function checkNesting(book: RecipeBook, productId: string, around: readonly string[]): NestingProblem | null {
  const path = findCircle(book, productId)
  if (path) {
    return { kind: "circle", path }
  }
  const sizes = new Map<string, PackageSize>()
  for (const id of [productId, ...around]) {
    const { parts, quantity } = sizeOf(book, id, sizes)
    if (parts > MOST_PARTS) {
      return { kind: "size", productId: id, parts }
    }
    if (quantity > HIGHEST_QUANTITY) {
      return { kind: "quantity", productId: id, quantity }
    }
  }
  return null
}

interface PackageSize {
  /** Contents and accessories to the last level, all alternatives in it. */
  parts: number
  /** The highest quantity of one of them. */
  quantity: number
}

/** Each package is counted once, the innermost first, so that no depth overflows the stack. There is no circle. */
function sizeOf(book: RecipeBook, productId: string, sizes: Map<string, PackageSize>): PackageSize {
  const left = [productId]
  for (let id = left.at(-1); id !== undefined; id = left.at(-1)) {
    const entries = book[id]?.entries ?? []
    const open = entries.flatMap((entry) =>
      book[entry.productId] && !sizes.has(entry.productId) ? [entry.productId] : [],
    )
    if (open.length && !sizes.has(id)) {
      left.push(...new Set(open))
      continue
    }
    left.pop()
    const parts = entries.reduce((sum, entry) => sum + 1 + (sizes.get(entry.productId)?.parts ?? 0), 0)
    const quantities = entries.map((entry) => entry.quantity * (sizes.get(entry.productId)?.quantity ?? 1))
    sizes.set(id, { parts, quantity: quantities.reduce((most, one) => Math.max(most, one), 1) })
  }
  return sizes.get(productId) ?? { parts: 0, quantity: 1 }
}

/** The problem in words, with the packages' names. */
export function nestingReason(problem: NestingProblem, titleOf: (productId: string) => string): string {
  switch (problem.kind) {
    case "circle":
      return `the package would contain itself: ${problem.path.map(titleOf).join(" → ")}`
    case "size":
      return `"${titleOf(problem.productId)}" would have ${problem.parts} parts to the last level; the most is ${MOST_PARTS}`
    case "quantity":
      return `"${titleOf(problem.productId)}" would hold ${problem.quantity} of one part; the most is ${HIGHEST_QUANTITY}`
  }
}
