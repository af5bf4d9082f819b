import { useCallback } from "react"
import { useTexts } from "../use-texts"
import { problemKey } from "./problem-key"

/** Why something is refused, in the user's language; without a text of ours, the server's message. */
export function useProblemWords(): (reason: string) => string {
  const { t } = useTexts("discounts")
  return useCallback(
    (reason: string) => {
      const known = problemKey(reason)
      return known ? t(known.key, known.values) : reason
    },
    [t],
  )
}
