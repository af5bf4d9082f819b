import { useTexts } from "../use-texts"
import { errorMessage } from "./error-message"
import { knownError } from "./known-error"
import { withoutIds } from "./without-ids"

/**
 * What an error means, in the user's language. What is not known is said in the server's own words, without ids; `inWords`
 * is asked before. Without any answer, that is said.
 */
export function useErrorWords(): (error: unknown, inWords?: (reason: string) => string) => string {
  const { t } = useTexts("ui")
  return (error, inWords) => {
    const known = knownError(error)
    if (known) {
      return t(`server.${known.key}`, known.values)
    }
    const message = errorMessage(error)
    // A browser's own words for a request that got no answer are in its language, not in the user's.
    const isAnswered = message !== "" && !(error instanceof TypeError)
    return isAnswered ? withoutIds(inWords?.(message) ?? message) : t("common.no_answer")
  }
}
