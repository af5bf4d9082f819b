import { MedusaError } from "@medusajs/framework/utils"

/** PostgreSQL's codes for violated constraints: foreign key, unique key, check, exclusion. */
const REFUSED = ["23503", "23505", "23514", "23P01"]

/**
 * Converts a violated constraint into a NOT_ALLOWED error: a concurrent change came first. (Medusa replaces the message
 * of an error of type `conflict`.)
 */
export function toConflictError(error: unknown): unknown {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined
  return typeof code === "string" && REFUSED.includes(code) ? changedMeanwhile() : error
}

export const changedMeanwhile = (): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "Somebody else changed it in the meantime: nothing was saved. Load it again",
  )
