import type { BasketChoice } from "./basket"
import { pieces } from "./check-quick-order"

/** Something that can be chosen in a package, as far as a form of the page needs it. */
export interface FormOption {
  path: string
  parentPath: string
  group: string | null
  isOptional: boolean
  isChosen: boolean
}

/** A field of the form: one part, or the alternatives of a group. */
export type PackageField<Option extends FormOption> =
  | { kind: "part"; option: Option }
  | { kind: "one_of"; name: string; group: string; isOptional: boolean; options: Option[] }

/** The names of what a form sends, each with the path of a part behind it. */
export const FORM_NAMES = { group: "g-", part: "o-", seen: "s-", quantity: "q-" } as const

/** What is sent of a group of which nothing is taken: the one that would be in the package is left out. */
export const withoutPart = (path: string): string => `-${path}`

const MOST_CHOICES = 500
const PATH = /^[\w-]{1,64}(\/[\w-]{1,64}){0,30}$/

/** The fields in which the parts of a package are chosen, in the recipe's order. */
export function packageForm<Option extends FormOption>(options: readonly Option[]): PackageField<Option>[] {
  const groups = new Map<string, Option[]>()
  return options.flatMap((option): PackageField<Option>[] => {
    const { path, parentPath, group, isOptional } = option
    if (group === null) {
      return [{ kind: "part", option }]
    }
    const key = `${parentPath}|${group}`
    const known = groups.get(key)
    if (known) {
      known.push(option)
      return []
    }
    const alternatives = [option]
    groups.set(key, alternatives)
    return [{ kind: "one_of", name: FORM_NAMES.group + path, group, isOptional, options: alternatives }]
  })
}

/**
 * What a sent form chooses, a part once, by path. A browser sends nothing of a box that is not ticked, so each is said to have been
 * there. What is no path or no quantity is left out: the recipe says what is in the package then.
 */
export function readPackageForm(fields: Readonly<Record<string, string>>): BasketChoice[] {
  const choices = new Map<string, BasketChoice>()
  const say = (path: string, said: Omit<BasketChoice, "path">): void => {
    if (PATH.test(path)) {
      choices.set(path, { ...choices.get(path), path, ...said })
    }
  }
  for (const [name, value] of Object.entries(fields)) {
    const [kind, path] = [name.slice(0, 2), name.slice(2)]
    if (kind === FORM_NAMES.group) {
      say(value.replace(/^-/, ""), { isChosen: !value.startsWith("-") })
    } else if (kind === FORM_NAMES.seen) {
      say(path, { isChosen: fields[FORM_NAMES.part + path] !== undefined })
    } else if (kind === FORM_NAMES.quantity) {
      const quantity = pieces(value)
      if (quantity !== null && quantity > 0) {
        say(path, { quantity })
      }
    }
  }
  return [...choices.values()].sort((a, b) => (a.path < b.path ? -1 : 1)).slice(0, MOST_CHOICES)
}
