/** Waits after failures, in seconds: doubled up to two hours. About a day and a half in all, and never less than a day. */
const FIRST_WAIT = 30
const LONGEST_WAIT = 7200
export const MOST_FAILURES = 32
/** No server is believed that wants to be left alone for longer. */
const LONGEST_RETRY_AFTER = 86_400

export interface Failure {
  /** How many failures there were, this one included. */
  failures: number
  /** What the provider has asked for, in seconds. */
  retryAfter: number | null
  /** Between 0 and 1, so that not all that failed together tries again together. */
  random: number
}

/**
 * Seconds until a call is tried again; null: it is given up (S5). Half of the wait is spread by chance, and none is shorter
 * than what the provider has asked for.
 */
export function secondsToNextTry({ failures, retryAfter, random }: Failure): number | null {
  if (failures >= MOST_FAILURES) {
    return null
  }
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, failures - 1))
  const spread = Math.ceil(wait / 2 + (wait / 2) * Math.min(1, Math.max(0, random)))
  return Math.max(spread, believedRest(retryAfter) ?? 0)
}

/** For how many seconds a server is left alone that asks for it; null: it asks for nothing. */
export const believedRest = (seconds: unknown): number | null =>
  typeof seconds === "number" && seconds > 0 ? Math.ceil(Math.min(seconds, LONGEST_RETRY_AFTER)) : null

/** `Retry-After` in seconds from `now`: a number, or a date; null: it says nothing. */
export function readRetryAfter(header: string | null | undefined, now: Date): number | null {
  const text = header?.trim() ?? ""
  if (/^\d{1,9}$/.test(text)) {
    return Number(text)
  }
  const date = /^[A-Za-z]{3},/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now.getTime()) / 1000))
}
