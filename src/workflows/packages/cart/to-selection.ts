import type { ChoiceBody } from "../../../contracts/packages/cart"
import { checkPeriod, checkSelection, type Choice, type RecipeBook, type Selection } from "../../../rules/packages"
import { refuse } from "../../errors/refuse"

/** A selection as a request has it. */
export interface SelectionInput {
  choices?: (ChoiceBody & { is_hidden?: boolean | undefined })[] | undefined
  period?: { from: string; to: string } | null | undefined
  hours?: number | null | undefined
  days?: number | null | undefined
}

interface Checking {
  book: RecipeBook
  productId: string
  /** What is kept of it where the request says nothing. */
  before: Selection
  /** An instant. */
  now: string
  /** Admins hide and show contents. */
  mayHide: boolean
}

/**
 * The selection that a request asks for, checked. A wrong one is refused with its field. A period that is said takes the
 * place of earlier days, and the other way round.
 */
export function toSelection(input: SelectionInput, checking: Checking): Selection {
  const { book, productId, before, mayHide } = checking
  const selection: Selection = {
    choices: input.choices?.map(toChoice) ?? before.choices,
    period: input.period === undefined ? (input.days ? null : before.period) : periodOf(input.period, checking),
    hours: input.hours === undefined ? before.hours : input.hours,
    days: input.days === undefined ? (input.period ? null : before.days) : input.days,
  }
  const refusal = input.choices ? checkSelection(book, { productId, selection, mayHide }) : null
  if (refusal) {
    refuse(refusal.field, refusal.reason)
  }
  if (selection.period && selection.days !== null) {
    refuse("days", "The period says how many: leave one of them out")
  }
  return selection
}

/** What has begun may be made longer or shorter by an admin, if it begins when it did. */
function periodOf(period: Selection["period"], { before, now, mayHide }: Checking): Selection["period"] {
  if (!period) {
    return null
  }
  const checked = checkPeriod(period, null)
  const stands = mayHide && checked.ok && checked.period.from === before.period?.from
  const answer = stands ? checked : checkPeriod(period, now)
  return answer.ok ? answer.period : refuse(answer.field, answer.reason)
}

const toChoice = ({
  path,
  is_chosen,
  quantity,
  is_hidden,
}: NonNullable<SelectionInput["choices"]>[number]): Choice => ({
  path,
  ...(is_chosen === undefined ? {} : { isChosen: is_chosen }),
  ...(quantity === undefined ? {} : { quantity }),
  ...(is_hidden === undefined ? {} : { isHidden: is_hidden }),
})
