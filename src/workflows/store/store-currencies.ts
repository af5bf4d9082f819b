import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The currencies that can be paid in: those of the store and of its regions, sorted. */
export async function storeCurrencies(container: MedusaContainer): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: stores } = await query.graph({ entity: "store", fields: ["supported_currencies.currency_code"] })
  const { data: regions } = await query.graph({ entity: "region", fields: ["currency_code"] })
  const ofStores = (stores as { supported_currencies: { currency_code: string }[] }[]).flatMap((store) =>
    store.supported_currencies.map((one) => one.currency_code),
  )
  return [...new Set([...ofStores, ...regions.map((region) => region.currency_code)])].sort()
}
