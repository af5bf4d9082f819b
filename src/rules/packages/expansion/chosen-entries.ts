import type { Recipe, RecipeEntry } from "../recipes/recipe"
import { childPath, type Choice } from "./selection"

/** By path. */
export type ChoiceMap = ReadonlyMap<string, Choice>

/** An entry that is on the order, with its quantity per package. */
export interface ChosenEntry {
  entry: RecipeEntry
  path: string
  quantity: number
  isHidden: boolean
}

/** The entries of one package that are on the order, in the recipe's order (P12, P16). */
export function chosenEntries(recipe: Recipe, path: string, choices: ChoiceMap): ChosenEntry[] {
  const chosenOf = groupChoices(recipe, path, choices)
  return recipe.entries.flatMap((entry) => {
    const own = childPath(path, entry.id)
    const choice = choices.get(own)
    const isIn = entry.group === null ? isOptionIn(entry, choice) : chosenOf.get(entry.group) === entry.id
    const quantity = entry.isFreeQuantity ? (choice?.quantity ?? entry.quantity) : entry.quantity
    return isIn ? [{ entry, path: own, quantity, isHidden: choice?.isHidden ?? entry.isHidden }] : []
  })
}

const isOptionIn = (entry: RecipeEntry, choice: Choice | undefined): boolean =>
  entry.isOptional ? (choice?.isChosen ?? entry.isDefault) : true

/** Of each group, the id of the entry that is chosen; null: none, where the group is optional. */
function groupChoices(recipe: Recipe, path: string, choices: ChoiceMap): Map<string, string | null> {
  const groups = new Map<string, RecipeEntry[]>()
  for (const entry of recipe.entries) {
    if (entry.group !== null) {
      groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
    }
  }
  return new Map([...groups].map(([group, entries]) => [group, chosenOfGroup(entries, path, choices)]))
}

function chosenOfGroup(entries: RecipeEntry[], path: string, choices: ChoiceMap): string | null {
  const said = (entry: RecipeEntry) => choices.get(childPath(path, entry.id))?.isChosen
  const chosen = entries.find((entry) => said(entry) === true)
  if (chosen) {
    return chosen.id
  }
  const left = entries.filter((entry) => said(entry) !== false)
  const standard = left.find(({ isDefault }) => isDefault)
  if (isOptionalGroup(entries)) {
    return standard?.id ?? null
  }
  return (standard ?? left[0] ?? entries[0])?.id ?? null
}

/** A group of optional entries alone may be left out as a whole. */
export const isOptionalGroup = (entries: readonly RecipeEntry[]): boolean => entries.every((entry) => entry.isOptional)
