import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "./error-message"
import { useTexts } from "./use-texts"
import { queryKeys } from "./query-keys"

interface ChangeOptions<TInput, TOutput> {
  change: (input: TInput) => Promise<TOutput>
  /** What to say when it is done. */
  done?: string
  onDone?: (output: TOutput) => void
  /** The server's error message. */
  onRefused?: (message: string) => void
  /** Keys of the dashboard's own that are stale by it, too. */
  alsoStale?: readonly (readonly string[])[]
}

/** A change of the store's data: shows success or the server's error, and refetches what is shown. */
export function useChange<TInput, TOutput>(options: ChangeOptions<TInput, TOutput>) {
  const { change, done, onDone, onRefused, alsoStale = [] } = options
  const { t } = useTexts("ui")
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      await Promise.all([queryKeys.all, ...alsoStale].map((queryKey) => client.invalidateQueries({ queryKey })))
      if (done) {
        toast.success(done)
      }
      onDone?.(output)
    },
    onError: (error) => {
      onRefused?.(errorMessage(error))
      toast.error(t("common.refused"), { description: errorMessage(error) || t("common.no_answer") })
    },
  })
}
