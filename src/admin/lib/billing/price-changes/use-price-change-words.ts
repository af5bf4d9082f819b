import { useTexts } from "../../use-texts"
import { knownProblem, type KnownMessages } from "../../known-problem"

/** Why a subscription keeps its price, and why new prices are refused, as the server says it. */
export const PRICE_CHANGE_PROBLEMS: KnownMessages = [
  [/^It is (canceled|expired)$/, "over"],
  [/^It is \w+, and is never billed again$/, "never_billed"],
  [/^It ends on .+, before its next renewal$/, "ends_before"],
  [/^The offer has no price in its currency$/, "no_price"],
  [/^It is a package, or sold in another currency/, "other_currency"],
  [/^It has the current price already$/, "has_it"],
  [/^A new price from .+ on waits already/, "waits"],
  [/^It is for something else from /, "changes"],
  [/from_on: is before today/, "before_today"],
  [/from_on: is more than three years ahead/, "too_far"],
  [/price\.amount: is zero/, "zero"],
  [/price\.amount: /, "amount"],
  [/more than (?<most>\d+) subscriptions run on it/, "too_many"],
]

/** The same in the user's language; what is not known stays in the server's words. */
export function usePriceChangeWords(): (reason: string) => string {
  const { t } = useTexts("billing")
  return (reason) => {
    const known = knownProblem(PRICE_CHANGE_PROBLEMS, reason)
    return known ? t(`price_changes.problems.${known.key}`, known.values) : reason
  }
}
