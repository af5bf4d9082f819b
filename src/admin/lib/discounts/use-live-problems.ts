import { useFormContext, useWatch, type FieldValues, type Path } from "react-hook-form"
import type { FieldProblem } from "../field-problems"
import { useProblemWords } from "./use-problem-words"

/**
 * What the rule says against a form while one types, in words. What is not filled in yet is no mistake before somebody
 * has tried to save it.
 */
export function useLiveProblems<T extends FieldValues>(check: (values: T) => FieldProblem[]): FieldProblem[] {
  const ofReason = useProblemWords()
  const { control, getValues, formState } = useFormContext<T>()
  useWatch({ control })
  const tried = formState.submitCount > 0
  return check(getValues())
    .filter(({ field }) => tried || getValues(field as Path<T>) !== "")
    .map(({ field, reason }) => ({ field, reason: ofReason(reason) }))
}
