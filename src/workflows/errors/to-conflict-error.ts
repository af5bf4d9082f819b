import { MedusaError } from "@medusajs/framework/utils"

/** PostgreSQL's words for a row that its constraints refuse: a key that is gone or taken, a check, an overlap. */
const REFUSED = ["23503", "23505", "23514", "23P01"]

/**
 * What the database refused although the rules had nothing against it: somebody else was quicker. (An error of the type
 * `conflict` would lose its message on its way.)
 */
export function toConflictError(error: unknown): unknown {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined
  return typeof code === "string" && REFUSED.includes(code) ? changedMeanwhile() : error
}

export const changedMeanwhile = (): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "Somebody else changed the discount in the meantime: nothing was saved. Load it again",
  )
