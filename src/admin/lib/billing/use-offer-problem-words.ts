import { useCallback } from "react"
import { knownProblem } from "../known-problem"
import { useTexts } from "../use-texts"
import { OFFER_PROBLEMS } from "./offer-problems"

/** Why an offer is refused, in the user's language; without a text of ours, the server's message. */
export function useOfferProblemWords(): (reason: string) => string {
  const { t } = useTexts("billing")
  return useCallback(
    (reason: string) => {
      const known = knownProblem(OFFER_PROBLEMS, reason)
      return known ? t(`problems.${known.key}`, known.values) : reason
    },
    [t],
  )
}
