import { knownProblem, type KnownMessages } from "./known-problem"
import { useTexts } from "./use-texts"

/** What every room's routes may answer with. */
const KNOWN: KnownMessages = [
  [/^Somebody else changed it in the meantime/, "changed"],
  [/^The offer was changed by somebody else in the meantime/, "changed"],
  [/ was not found$/, "not_found"],
  [/^Unauthorized$/, "logged_out"],
]

/** Messages of the server that any page may get, in the user's language; null where it is another one. */
export function useServerWords(): (message: string) => string | null {
  const { t } = useTexts("ui")
  return (message) => {
    const known = knownProblem(KNOWN, message)
    return known && t(`server.${known.key}`)
  }
}
