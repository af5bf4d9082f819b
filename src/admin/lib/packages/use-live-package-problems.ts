import { useFormContext, useWatch, type FieldValues, type Path } from "react-hook-form"
import type { FieldProblem } from "../field-problems"
import { usePackageProblemWords } from "./use-package-problem-words"

/** A form's problems while one types, in words. Empty fields are no mistake before somebody has tried to save it. */
export function useLivePackageProblems<T extends FieldValues>(check: (values: T) => FieldProblem[]): FieldProblem[] {
  const inWords = usePackageProblemWords()
  const { control, getValues, formState } = useFormContext<T>()
  useWatch({ control })
  const tried = formState.submitCount > 0
  return check(getValues())
    .filter(({ field }) => tried || getValues(field as Path<T>) !== "")
    .map(({ field, reason }) => ({ field, reason: inWords(reason) }))
}
