import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { oneLine } from "../../rules/text"
import { toError } from "./to-error"

/** A database names its reason after the statement, which is long. */
const LONGEST_REASON = 2_000

/** Why something failed, on one line, for a log or a column: it may hold what a client sent, and PostgreSQL stores no NUL. */
export const reasonOf = (error: unknown): string => oneLine(toError(error).message, LONGEST_REASON)

/**
 * Does work that must hold up no other: if it fails, its error is logged. Returns whether it succeeded. `what` says what could
 * not be done: "billing: dunning could not be done".
 */
export async function logFailure(
  container: MedusaContainer,
  what: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`${what}: ${reasonOf(error)}`)
    return false
  }
}
