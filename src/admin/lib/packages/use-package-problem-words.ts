import { useCallback } from "react"
import { knownProblem, type KnownMessages } from "../known-problem"
import { useTexts } from "../use-texts"

/** Messages of rules and server, with the key of our own text for each. */
const KNOWN: KnownMessages = [
  [/^must not be empty$/, "empty"],
  [/^must be a whole number from (?<least>\d+) to (?<most>\d+)$/, "whole"],
  [/^"(?<group>.*)" has no other content to choose$/, "no_alternative"],
  [/^"(?<group>.*)" has a default already$/, "second_default"],
  [/^there is no variant "/, "no_variant"],
  [/^is no variant of the product/, "no_variant"],
  [/^is in the (?:table|list) already$/, "repeated"],
  [/^"each further" follows a step/, "no_step"],
  [/^must be a decimal number from 0 to 100$/, "percent"],
  [/^must be a decimal number such as/, "decimal"],
  [/^must not be negative$/, "negative"],
  [/^takes no decimals in (?<currency>\w+)$/, "no_decimals"],
  [/^takes at most (?<most>\d+) decimals/, "decimals"],
  [/^takes at most (?<most>\d+) digits before the point$/, "digits"],
  [/^is missing/, "empty"],
  [/^the package would contain itself: (?<path>.*)$/, "circle"],
  [/ would have (?<parts>\d+) parts to the last level; the most is (?<most>\d+)$/, "too_many"],
  [/ would hold (?<quantity>\d+) of one part; the most is (?<most>\d+)$/, "too_much"],
  [/^Cannot be deleted: the product is in the packages? (?<names>.*)$/, "contained"],
  [/^the product has no variant to sell$/, "nothing_to_sell"],
]

/** Why something is refused, in the user's language; without a text of ours, the server's message. */
export function usePackageProblemWords(): (reason: string) => string {
  const { t } = useTexts("packages")
  return useCallback(
    (reason: string) => {
      const known = knownProblem(KNOWN, reason)
      return known ? t(`problems.${known.key}`, known.values) : reason
    },
    [t],
  )
}
