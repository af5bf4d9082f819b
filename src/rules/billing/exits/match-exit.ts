import type { CivilDate } from "../../calendar"
import { isFinal } from "../subscriptions/billable"
import type { SubscriptionStatus } from "../states"

/** A subscription of the e-mail address that was typed, with all that a customer may know it by. */
export interface ExitCandidate {
  id: string
  status: SubscriptionStatus
  displayId: number
  orderNumber: number | null
  invoiceNumbers: string[]
  titles: string[]
  /** The day on which the contract was concluded. */
  concludedOn: CivilDate
}

/** `none`: nothing of that address is named so. `several`: more than one is. `ended`: it is over. */
export type ExitMatch =
  | { kind: "one"; candidate: ExitCandidate }
  | { kind: "none" }
  | { kind: "several" }
  | { kind: "ended"; candidate: ExitCandidate }

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** Whether these words stand in the text as whole words. */
const holds = (text: string, words: string): boolean => words !== "" && ` ${text} `.includes(` ${words} `)

function isNamed(contract: string, candidate: ExitCandidate): boolean {
  const { id, displayId, orderNumber, invoiceNumbers } = candidate
  const numbers = [id, String(displayId), ...(orderNumber === null ? [] : [String(orderNumber)]), ...invoiceNumbers]
  return numbers.some((number) => holds(contract, plain(number)))
}

/**
 * The subscription that is meant: of those of the e-mail address, the one that the typed contract names by a number, else by
 * its title. Both have to be right, so that nobody ends what they know nothing of.
 */
export function matchExit(contract: string, candidates: readonly ExitCandidate[]): ExitMatch {
  const text = plain(contract)
  const numbered = candidates.filter((candidate) => isNamed(text, candidate))
  const titled = candidates.filter(({ titles }) => titles.some((title) => holds(text, plain(title))))
  const named = numbered.length ? numbered : titled
  const running = named.filter(({ status }) => !isFinal(status))
  const [candidate, ...more] = running.length ? running : named
  if (!candidate) {
    return { kind: "none" }
  }
  if (more.length) {
    return { kind: "several" }
  }
  return matchOf(candidate)
}

/** The match of a subscription that is known to be meant. */
export const matchOf = (candidate: ExitCandidate): ExitMatch =>
  isFinal(candidate.status) ? { kind: "ended", candidate } : { kind: "one", candidate }
