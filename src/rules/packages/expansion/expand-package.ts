import type { RecipeBook } from "../recipes/recipe"
import { chosenEntries, type ChosenEntry, type ChoiceMap } from "./chosen-entries"
import type { PackageNode } from "./package-node"
import type { Choice } from "./selection"

export interface PackageToExpand {
  productId: string
  variantId: string
  choices: readonly Choice[]
}

/**
 * One package to the last level: nested packages opened, quantities multiplied, options and alternatives chosen. Throws
 * RangeError where the package has no recipe, or contains itself.
 */
export function expandPackage(book: RecipeBook, { productId, variantId, choices }: PackageToExpand): PackageNode {
  const recipe = book[productId] ?? null
  if (!recipe) {
    throw new RangeError(`product ${productId} is no package`)
  }
  const chosen = new Map(choices.map((choice) => [choice.path, choice]))
  const root: PackageNode = {
    path: "",
    entry: null,
    productId,
    variantId,
    quantity: 1,
    isHidden: false,
    isUnseen: false,
    recipe,
    children: [],
  }
  open(root, { book, choices: chosen, around: new Set([productId]) })
  return root
}

interface Opening {
  book: RecipeBook
  choices: ChoiceMap
  /** Product ids of the packages around. */
  around: ReadonlySet<string>
}

function open(node: PackageNode, { book, choices, around }: Opening): void {
  if (!node.recipe) {
    return
  }
  for (const chosen of chosenEntries(node.recipe, node.path, choices)) {
    const child = childOf(node, chosen, book)
    node.children.push(child)
    if (child.recipe) {
      if (around.has(child.productId)) {
        throw new RangeError(`package ${child.productId} contains itself`)
      }
      open(child, { book, choices, around: new Set([...around, child.productId]) })
    }
  }
}

function childOf(node: PackageNode, { entry, path, quantity, isHidden }: ChosenEntry, book: RecipeBook): PackageNode {
  return {
    path,
    entry,
    productId: entry.productId,
    variantId: entry.variantId,
    quantity: node.quantity * quantity,
    isHidden,
    isUnseen: node.isUnseen || isHidden,
    recipe: book[entry.productId] ?? null,
    children: [],
  }
}
