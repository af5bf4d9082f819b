import type { FieldErrors, FieldValues, Path, UseFormReturn, UseFormSetError } from "react-hook-form"

export interface FieldProblem {
  /** As a form names it: `rules.0.max`. */
  field: string
  reason: string
}

const ONE = /^([a-z_]+(?:(?:\[\d+\]|\.\d+)|\.[a-z_]+)*): (.+)$/

/** What a refusal begins with: "The offer was not saved. " */
const TITLE = /^[A-Z][^.:;]* was not (?:saved|changed|priced)\. |^[A-Z][^.:;]* were not saved\. /

/** The fields that a refusal of the server names, and why; what it says of no field is left out. */
export function fieldProblems(message: string): FieldProblem[] {
  return message
    .replace(TITLE, "")
    .split("; ")
    .flatMap((part) => {
      const [, field, reason] = ONE.exec(part) ?? []
      return field && reason ? [{ field: field.replace(/\[(\d+)\]/g, ".$1"), reason }] : []
    })
}

/** The kind of an error that the form's own validation did not find. */
const REFUSED = "refused"

/** The fields that have an error, as a form names them: `rules.0.max`. Each counts as one. */
export function errorFields(errors: FieldErrors, path = ""): string[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    const field = path + key
    if (key === "root" || error === undefined) {
      return []
    }
    return isError(error) ? [field] : errorFields(error as FieldErrors, `${field}.`)
  })
}

const isError = (error: object): boolean => "type" in error && typeof error.type === "string"

/** Once something is typed, what was refused before is no longer known to be wrong. */
export function forgetRefusals<T extends FieldValues>(form: UseFormReturn<T>): void {
  const refused = errorFields(form.formState.errors).filter(
    (field) => form.getFieldState(field as Path<T>, form.formState).error?.type === REFUSED,
  )
  if (refused.length > 0) {
    form.clearErrors(refused as Path<T>[])
  }
}

/** What is wrong with one field, in words. */
export const problemAt = (problems: readonly FieldProblem[], field: string): string | undefined =>
  problems.find((problem) => problem.field === field)?.reason

/** Shows each problem at its field, and takes the reader to the first. */
export function showProblems<T extends FieldValues>(
  problems: readonly FieldProblem[],
  setError: UseFormSetError<T>,
  inWords: (reason: string) => string,
): void {
  problems.forEach(({ field, reason }, index) =>
    setError(field as Path<T>, { type: REFUSED, message: inWords(reason) }, { shouldFocus: index === 0 }),
  )
}
