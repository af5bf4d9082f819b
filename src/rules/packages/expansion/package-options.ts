import type { RecipeEntry } from "../recipes/recipe"
import { nodesOf, type PackageNode } from "./package-node"
import { childPath, choiceAt, type Choice } from "./selection"

/** Something that can be chosen in a package: an optional entry, an alternative, a quantity. */
export interface PackageOption {
  entry: RecipeEntry
  path: string
  parentPath: string
  isChosen: boolean
  isHidden: boolean
  quantity: number
}

/** What can be chosen in a package and in all packages that are in it as it is chosen now, in the recipes' order. */
export function packageOptions(root: PackageNode, choices: readonly Choice[]): PackageOption[] {
  return nodesOf(root).flatMap((node) => {
    const chosen = new Set(node.children.map(({ path }) => path))
    return (node.recipe?.entries ?? []).filter(isOption).map((entry): PackageOption => {
      const path = childPath(node.path, entry.id)
      const said = choiceAt(choices, path)
      return {
        entry,
        path,
        parentPath: node.path,
        isChosen: chosen.has(path),
        isHidden: said?.isHidden ?? entry.isHidden,
        quantity: entry.isFreeQuantity ? (said?.quantity ?? entry.quantity) : entry.quantity,
      }
    })
  })
}

const isOption = ({ isOptional, group, isFreeQuantity }: RecipeEntry): boolean =>
  isOptional || group !== null || isFreeQuantity
