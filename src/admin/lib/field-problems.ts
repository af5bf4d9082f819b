import type { FieldValues, Path, UseFormSetError } from "react-hook-form"

export interface FieldProblem {
  /** As a form names it: `rules.0.max`. */
  field: string
  reason: string
}

const ONE = /^([a-z_]+(?:(?:\[\d+\]|\.\d+)|\.[a-z_]+)*): (.+)$/

/** The fields that a refusal of the server names, and why; what it says of no field is left out. */
export function fieldProblems(message: string): FieldProblem[] {
  return message.split("; ").flatMap((part) => {
    const [, field, reason] = ONE.exec(part) ?? []
    return field && reason ? [{ field: field.replace(/\[(\d+)\]/g, ".$1"), reason }] : []
  })
}

/** Shows each problem at its field, and takes the reader to the first. */
export function showProblems<T extends FieldValues>(
  problems: readonly FieldProblem[],
  setError: UseFormSetError<T>,
  inWords: (reason: string) => string,
): void {
  problems.forEach(({ field, reason }, index) =>
    setError(field as Path<T>, { type: "refused", message: inWords(reason) }, { shouldFocus: index === 0 }),
  )
}
