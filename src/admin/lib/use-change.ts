import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { changedSince } from "./changed-since"
import { fieldProblems } from "./field-problems"
import { errorMessage } from "./errors/error-message"
import { useErrorWords } from "./errors/use-error-words"
import { useTexts } from "./use-texts"
import { queryKeys } from "./query-keys"

interface ChangeOptions<TInput, TOutput> {
  change: (input: TInput) => Promise<TOutput>
  /** What to say when it is done. */
  done?: string
  onDone?: (output: TOutput) => void
  /** The server's error message, and what was to be changed. */
  onRefused?: (message: string, input: TInput) => void
  /** Why something is refused, in the user's language; without it, the server's own message is shown. */
  inWords?: (reason: string) => string
  /** In the user's language: what the server says was changed since it was shown. */
  changeOf?: (field: string) => string
  /** Keys of the dashboard's own that are stale by it, too. */
  alsoStale?: readonly (readonly string[])[]
}

/** A change of the store's data: shows success or the server's error, and refetches what is shown. */
export function useChange<TInput, TOutput>(options: ChangeOptions<TInput, TOutput>) {
  const { change, done, onDone, onRefused, inWords, changeOf, alsoStale = [] } = options
  const { t } = useTexts("ui")
  const ofError = useErrorWords()
  const client = useQueryClient()
  // Problems of fields stand at their fields, in the user's language: here it is enough to say how many there are.
  const describe = (error: unknown): string => {
    const problems = onRefused ? fieldProblems(errorMessage(error)) : []
    return problems.length > 0 ? t("saving.problem_count", { count: problems.length }) : ofError(error, inWords)
  }
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      await Promise.all([queryKeys.all, ...alsoStale].map((queryKey) => client.invalidateQueries({ queryKey })))
      if (done) {
        toast.success(done)
      }
      onDone?.(output)
    },
    onError: (error, input) => {
      const message = errorMessage(error)
      const since = changedSince(message)
      onRefused?.(message, input)
      if (since) {
        // What is shown is old: the next try is made on what there is now.
        void client.invalidateQueries({ queryKey: queryKeys.all })
        toast.warning(t("meanwhile.refused"), { description: changeOf && since.map(changeOf).join(", ") })
      } else {
        toast.error(t("common.refused"), { description: describe(error) })
      }
    },
  })
}
