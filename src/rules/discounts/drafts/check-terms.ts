import { tidyName } from "../../text"
import type { TermsDraft } from "./discount-draft"
import { EVERYONE, RENEWAL_TERMS } from "../states"
import type { Problem } from "../types"

const MOST = 1_000_000_000

/** Problems of the fields that every discount has: name, groups, renewals, limits of use (D16, D24, B28). */
export function checkTerms(draft: TermsDraft): Problem[] {
  return [
    ...(tidyName(draft.name) ? [] : [{ field: "name", reason: "must not be empty" }]),
    ...groupProblems(draft),
    ...renewalProblems(draft),
    ...limitProblems("usage_limit", draft.usageLimit),
    ...limitProblems("usage_limit_per_customer", draft.usageLimitPerCustomer),
  ]
}

function groupProblems({ groups, knownGroups }: TermsDraft): Problem[] {
  return groups.flatMap((group, index) => {
    if (group !== EVERYONE && knownGroups && !knownGroups.includes(group)) {
      return [{ field: `groups.${index}`, reason: `"${group}" is not a customer group` }]
    }
    return groups.indexOf(group) < index ? [{ field: `groups.${index}`, reason: "is in the list already" }] : []
  })
}

function renewalProblems({ renewals, renewalCycles }: TermsDraft): Problem[] {
  if (!isOneOf(RENEWAL_TERMS, renewals)) {
    return [{ field: "renewals", reason: oneOf(RENEWAL_TERMS) }]
  }
  if (renewals !== "cycles") {
    return []
  }
  return isCount(renewalCycles)
    ? []
    : [{ field: "renewal_cycles", reason: "must say on how many billing cycles: a whole number from 1" }]
}

const limitProblems = (field: string, limit: number | null): Problem[] =>
  limit === null || isCount(limit) ? [] : [{ field, reason: "must be a whole number from 1, or left open" }]

const isCount = (value: number | null): boolean =>
  value !== null && Number.isSafeInteger(value) && value >= 1 && value <= MOST

export const isOneOf = <Word extends string>(words: readonly Word[], text: string): text is Word =>
  words.some((word) => word === text)

export const oneOf = (words: readonly string[]): string => `must be one of ${words.join(", ")}`
