import type { AttemptOutcome, CallStatus } from "../states"
import { secondsToNextTry } from "./next-try"

/** How an attempt of a call ended. */
export interface AttemptResult {
  outcome: AttemptOutcome
  /** What the provider has said, without secrets. */
  reason: string | null
  /** Seconds for which its server wants to be left alone. */
  retryAfter: number | null
}

export interface CallAfter {
  status: CallStatus
  /** It may have worked: the next try asks first. */
  isInDoubt: boolean
  failures: number
  /** Seconds until it is tried again; null: not by itself. */
  wait: number | null
}

/**
 * Seconds after which a provider that is still at it is asked again, at least and at most; after an hour or so, as after failures:
 * what takes a day is waited for.
 */
const PENDING_WAIT = { least: 15, most: 300, often: 18 }

/** What becomes of a call after an attempt (S5). */
export function afterAttempt(
  call: { failures: number; isInDoubt: boolean },
  result: AttemptResult,
  random: number,
): CallAfter {
  const failures = call.failures + 1
  const again = (isInDoubt: boolean): CallAfter => {
    const wait = secondsToNextTry({ failures, retryAfter: result.retryAfter, random })
    return { status: wait === null ? "failed" : "waiting", isInDoubt, failures, wait }
  }
  switch (result.outcome) {
    case "done":
      return { status: "succeeded", isInDoubt: false, failures: 0, wait: null }
    case "staff":
      return { status: "awaiting_staff", isInDoubt: false, failures: 0, wait: null }
    case "pending": {
      const next = again(true)
      const most = failures > PENDING_WAIT.often ? Infinity : PENDING_WAIT.most
      const wait = Math.min(most, Math.max(PENDING_WAIT.least, next.wait ?? 0))
      return next.wait === null ? next : { ...next, wait: Math.max(wait, result.retryAfter ?? 0) }
    }
    case "temporary":
      // What an earlier try may have done, this one has not undone.
      return again(call.isInDoubt)
    case "unknown":
      return again(true)
    case "refused":
      return { status: "failed", isInDoubt: call.isInDoubt, failures, wait: null }
  }
}
