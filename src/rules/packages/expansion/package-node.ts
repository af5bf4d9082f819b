import type { Recipe, RecipeEntry } from "../recipes/recipe"

/** A package, a content or an accessory on an order. */
export interface PackageNode {
  /** "" for the package itself. */
  path: string
  /** Null: the package itself. */
  entry: RecipeEntry | null
  productId: string
  variantId: string
  /** In one package at the top: quantities multiplied down to here. */
  quantity: number
  /** By its own word. */
  isHidden: boolean
  /** By its own word, or since a package around it is. */
  isUnseen: boolean
  /** Null: an article. */
  recipe: Recipe | null
  /** In the order of the recipe. */
  children: PackageNode[]
}

/** All nodes of a tree, a package before its contents. */
export function nodesOf(root: PackageNode): PackageNode[] {
  const found: PackageNode[] = []
  const left = [root]
  for (let next = left.pop(); next; next = left.pop()) {
    found.push(next)
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index]
      if (child) {
        left.push(child)
      }
    }
  }
  return found
}
