import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { oneLine } from "../../rules/text"
import { toError } from "./to-error"

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
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`${what}: ${oneLine(toError(error).message)}`)
    return false
  }
}
