import { changedFields } from "../../rules/versions"

export interface MergedForms<TForm> {
  /** What the other one saved, with what I have changed myself. */
  form: TForm
  /** Fields that I have changed. */
  mine: (keyof TForm & string)[]
  /** Fields that the other one alone has changed: theirs is taken. */
  theirs: (keyof TForm & string)[]
  /** Fields that both have changed, to different values: mine is kept. */
  both: (keyof TForm & string)[]
}

/** Puts what I typed on what somebody else saved meanwhile; `base` is what both of us began with. */
export function mergeForms<TForm extends object>(base: TForm, typed: TForm, saved: TForm): MergedForms<TForm> {
  const changed = (by: TForm) => changedFields(base, by) as (keyof TForm & string)[]
  const [mine, theirs] = [changed(typed), changed(saved)]
  const differing = new Set(changedFields(typed, saved))
  const form = { ...saved }
  for (const field of mine) {
    form[field] = typed[field]
  }
  return {
    form,
    mine,
    theirs: theirs.filter((field) => !mine.includes(field)),
    both: theirs.filter((field) => mine.includes(field) && differing.has(field)),
  }
}
