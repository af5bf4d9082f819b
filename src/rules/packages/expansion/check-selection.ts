import type { Recipe, RecipeBook, RecipeEntry } from "../recipes/recipe"
import { HIGHEST_QUANTITY } from "../recipes/whole-number"
import { chosenEntries, isOptionalGroup } from "./chosen-entries"
import { expandPackage } from "./expand-package"
import { nodesOf } from "./package-node"
import { childPath, type Choice, type Selection } from "./selection"

/** Why a selection is refused. */
export interface SelectionRefusal {
  /** E.g. `choices.0.path`. */
  field: string
  reason: string
}

export interface SelectionToCheck {
  productId: string
  selection: Pick<Selection, "choices">
  /** Whether contents may be hidden and shown: an admin's right. */
  mayHide: boolean
}

/** What is wrong with the choices of a package; null: nothing. Hidden entries are not the customer's to choose. */
export function checkSelection(
  book: RecipeBook,
  { productId, selection: { choices }, mayHide }: SelectionToCheck,
): SelectionRefusal | null {
  const seen = new Set<string>()
  for (const [index, choice] of choices.entries()) {
    const at = (name: string) => `choices.${index}.${name}`
    if (seen.has(choice.path)) {
      return { field: at("path"), reason: "It is said twice" }
    }
    seen.add(choice.path)
    const found = entryAt(book, productId, choice.path)
    if (!found || (!mayHide && found.isUnseen)) {
      return { field: at("path"), reason: "The package has no such content" }
    }
    const refusal = refusalOf(choice, found, mayHide)
    if (refusal) {
      return { field: at(refusal.name), reason: refusal.reason }
    }
  }
  return wrongGroup(book, productId, choices) ?? tooMany(book, productId, choices)
}

interface FoundEntry {
  entry: RecipeEntry
  /** The entries of its group, itself included. */
  group: RecipeEntry[]
  isUnseen: boolean
}

function entryAt(book: RecipeBook, productId: string, path: string): FoundEntry | null {
  let recipe: Recipe | undefined = book[productId]
  let isUnseen = false
  let found: FoundEntry | null = null
  for (const id of path.split("/")) {
    const entry: RecipeEntry | undefined = recipe?.entries.find((one) => one.id === id)
    if (!recipe || !entry) {
      return null
    }
    isUnseen ||= entry.isHidden
    const group = recipe.entries.filter((one) => entry.group !== null && one.group === entry.group)
    found = { entry, group, isUnseen }
    recipe = book[entry.productId]
  }
  return found
}

function refusalOf(
  choice: Choice,
  { entry, group }: FoundEntry,
  mayHide: boolean,
): { name: string; reason: string } | null {
  if (choice.isHidden !== undefined && !mayHide) {
    return { name: "is_hidden", reason: "Only an admin hides or shows a content" }
  }
  if (choice.isChosen !== undefined && !entry.isOptional && entry.group === null) {
    return {
      name: "is_chosen",
      reason: "This content is always in the package: it is neither optional nor an alternative",
    }
  }
  if (choice.isChosen === false && group.length === 1 && !isOptionalGroup(group)) {
    return { name: "is_chosen", reason: "This content has no alternative" }
  }
  if (choice.quantity !== undefined && !entry.isFreeQuantity) {
    return { name: "quantity", reason: "The quantity of this content is the package's" }
  }
  const { quantity } = choice
  if (quantity !== undefined && !(Number.isInteger(quantity) && quantity >= 1 && quantity <= HIGHEST_QUANTITY)) {
    return { name: "quantity", reason: `It must be a whole number from 1 to ${HIGHEST_QUANTITY}` }
  }
  return null
}

/** Two alternatives of one group at once are no choice, nor is none of a group that is always in the package. */
function wrongGroup(book: RecipeBook, productId: string, choices: readonly Choice[]): SelectionRefusal | null {
  const taken = new Set<string>()
  const leftOut = new Map<string, number>()
  for (const [index, { path, isChosen }] of choices.entries()) {
    const found = isChosen === undefined ? null : entryAt(book, productId, path)
    if (!found || found.entry.group === null) {
      continue
    }
    const group = childPath(path.split("/").slice(0, -1).join("/"), `group ${found.entry.group}`)
    if (isChosen && taken.has(group)) {
      return { field: `choices.${index}.path`, reason: `Only one of "${found.entry.group}" can be chosen` }
    }
    if (isChosen) {
      taken.add(group)
      continue
    }
    const count = (leftOut.get(group) ?? 0) + 1
    leftOut.set(group, count)
    if (count === found.group.length && !isOptionalGroup(found.group)) {
      return {
        field: `choices.${index}.is_chosen`,
        reason: `One of "${found.entry.group}" is always in the package: choose another one`,
      }
    }
  }
  return null
}

/** Quantities multiply down nested packages; with those that are chosen, they have the limit of recipes. */
function tooMany(book: RecipeBook, productId: string, choices: readonly Choice[]): SelectionRefusal | null {
  if (!book[productId] || choices.every(({ quantity }) => quantity === undefined)) {
    return null
  }
  const nodes = nodesOf(expandPackage(book, { productId, variantId: "", choices }))
  const over = nodes.filter((node) => node.quantity > HIGHEST_QUANTITY)
  const index = choices.findIndex(
    ({ path, quantity }) => quantity !== undefined && over.some((node) => `${node.path}/`.startsWith(`${path}/`)),
  )
  const most = Math.max(...over.map((node) => node.quantity))
  return index < 0
    ? null
    : {
        field: `choices.${index}.quantity`,
        reason: `One package would hold ${most} of one part; the most is ${HIGHEST_QUANTITY}`,
      }
}

/** The paths of the entries that are in the package, for a picker. */
export const chosenPaths = (recipe: Recipe, path: string, choices: readonly Choice[]): Set<string> =>
  new Set(chosenEntries(recipe, path, new Map(choices.map((one) => [one.path, one]))).map((one) => one.path))
