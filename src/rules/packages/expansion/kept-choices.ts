import type { RecipeBook } from "../recipes/recipe"
import { checkSelection } from "./check-selection"
import type { Choice } from "./selection"

/**
 * What of earlier choices a recipe that has changed still takes (P20), in their order. Of a choice, what is no longer one
 * goes alone: an option stays chosen though its quantity is the package's now. Of two that have become alternatives the
 * first stays.
 */
export function keptChoices(book: RecipeBook, productId: string, choices: readonly Choice[]): Choice[] {
  return choices.reduce<Choice[]>((kept, choice) => {
    const fieldOf = (one: Choice) => {
      const refusal = checkSelection(book, { productId, selection: { choices: [...kept, one] }, mayHide: true })
      return refusal?.field.split(".").at(-1) ?? null
    }
    const part = keptPart(choice, fieldOf)
    return part ? [...kept, part] : kept
  }, [])
}

function keptPart({ path, ...said }: Choice, fieldOf: (choice: Choice) => string | null): Choice | null {
  const { isChosen: _chosen, ...others } = said
  const { quantity: _quantity, ...besideQuantity } = said
  if (!Object.keys(said).length) {
    return null
  }
  switch (fieldOf({ path, ...said })) {
    case null:
      return { path, ...said }
    case "is_chosen":
      return keptPart({ path, ...others }, fieldOf)
    case "quantity":
      return keptPart({ path, ...besideQuantity }, fieldOf)
    default:
      return null
  }
}
