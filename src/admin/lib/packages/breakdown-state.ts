import type { BreakdownBody, BreakdownOptionAnswer } from "../../../contracts/packages/breakdown"
import { toSavePackage, type PackageForm } from "./package-form"

type ChoiceBody = NonNullable<BreakdownBody["choices"]>[number]

/** For what a breakdown is asked, as it is typed. */
export interface BreakdownState {
  currency: string
  days: string
  hours: string
  quantity: string
  choices: ChoiceBody[]
}

const whole = (text: string): number | null => (/^[1-9]\d*$/.test(text) ? Number(text) : null)

/** The request; `form` is null where everything is saved. */
export function toBreakdownBody(state: BreakdownState, form: PackageForm | null): BreakdownBody {
  return {
    currency_code: state.currency,
    days: whole(state.days),
    hours: whole(state.hours),
    quantity: whole(state.quantity) ?? 1,
    choices: state.choices.filter(({ path }) => (form ? isOfForm(path, form) : !isNew(path))),
    ...(form && { draft: toSavePackage(form) }),
  }
}

/** A new content is known by its place until it is saved; then it has an id of its own. */
const isNew = (path: string): boolean => path.startsWith("new_")

/** Choices of contents that were taken out are no mistake. */
function isOfForm(path: string, { contents, accessories }: PackageForm): boolean {
  const [first = ""] = path.split("/")
  const entries = [...contents, ...accessories]
  return entries.some(({ entry_id }, place) => first === (entry_id || `new_${place}`))
}

/** A choice in place of the earlier one of the same path. */
export const withChoice = (choices: readonly ChoiceBody[], choice: ChoiceBody): ChoiceBody[] => [
  ...choices.filter(({ path }) => path !== choice.path),
  { ...choices.find(({ path }) => path === choice.path), ...choice },
]

export interface OptionGroup {
  key: string
  /** Null: one that stands alone. */
  group: string | null
  options: BreakdownOptionAnswer[]
}

/** Alternatives of one package stand together; whatever else can be chosen stands alone. */
export function groupOptions(options: readonly BreakdownOptionAnswer[]): OptionGroup[] {
  const groups = new Map<string, OptionGroup>()
  for (const option of options) {
    const { alternative_group: group, parent_path, path } = option
    const key = group === null ? path : `${parent_path} ${group}`
    const known = groups.get(key)
    if (known) {
      known.options.push(option)
    } else {
      groups.set(key, { key, group, options: [option] })
    }
  }
  return [...groups.values()]
}

/** Taking one of a group is said of that one alone, or of none. */
export const withAlternative = (
  choices: readonly ChoiceBody[],
  { options }: OptionGroup,
  chosen: string | null,
): ChoiceBody[] =>
  options.reduce<ChoiceBody[]>((all, { path }) => withChoice(all, { path, is_chosen: path === chosen }), [...choices])
