import { knownProblem, type KnownProblem } from "../known-problem"
import { errorMessage } from "./error-message"
import { OWN_ERRORS } from "./own-errors"

/** What an answer's status says where its message is none of ours. */
const BY_STATUS: Record<number, string> = {
  401: "logged_out",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  429: "too_often",
}

const statusOf = (error: unknown): number | null =>
  error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : null

/** The code of an error with the values that stand in its text; null where only the server's words say what it is. */
export function knownError(error: unknown): KnownProblem | null {
  const own = knownProblem(OWN_ERRORS, errorMessage(error))
  const status = statusOf(error)
  const key = status === null ? undefined : status >= 500 ? "failed" : BY_STATUS[status]
  return own ?? (key ? { key, values: {} } : null)
}
