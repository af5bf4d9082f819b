import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { collectorFor, type SavedMethod } from "../../../collectors"

/**
 * A method with what its provider lists of it: brand, last digits, expiry. A checkout's answer may name it by its id alone.
 * Where the provider does not answer, it stays as it is: it can be charged all the same.
 */
export async function completeMethod(
  container: MedusaContainer,
  { provider_id, method }: { provider_id: string; method: SavedMethod },
): Promise<SavedMethod> {
  if (method.brand !== null || method.account_holder_id === null) {
    return method
  }
  const accountHolder = { data: { id: method.account_holder_id } }
  try {
    const context = { account_holder: accountHolder }
    const listed = await container.resolve(Modules.PAYMENT).listPaymentMethods({ provider_id, context })
    const found = listed.find(({ id }) => id === method.id)
    const known = found && collectorFor(provider_id).readListed({ id: found.id, data: found.data ?? {} }, accountHolder)
    return known ?? method
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`${provider_id} does not list its methods: ${reason}`)
    return method
  }
}
