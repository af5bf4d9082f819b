import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sellingProblem, type SellingProblem } from "../../../rules/customers"
import { loadOrderingCustomer } from "./ordering-customer"
import { ON_ACCOUNT } from "./place-quick-order"
import { findSellingPlace } from "./selling-place"

export interface Selling {
  /** In which a link's page shows its prices; null: in none. */
  currency_code: string | null
  problem: SellingProblem | null
}

/** Where a customer's link sells, and why it does not as it should; null: the profile is gone. */
export async function sellingOf(container: MedusaContainer, profileId: string): Promise<Selling | null> {
  const customer = await loadOrderingCustomer(container, profileId)
  if (!customer) {
    return null
  }
  const found = await findSellingPlace(container, customer)
  const place =
    found.kind === "found"
      ? {
          currencyCode: found.place.currencyCode,
          countries: found.place.countries,
          isOnAccount: await isOnAccount(container, found.place.regionId),
        }
      : null
  return {
    currency_code: place?.currencyCode ?? null,
    problem: sellingProblem({ wanted: customer.currencyCode, country: customer.countryCode, place }),
  }
}

/** Whether orders of a region can be made on account: Medusa completes no cart by a provider that its region does not have. */
async function isOnAccount(container: MedusaContainer, regionId: string): Promise<boolean> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: ["payment_providers.id", "payment_providers.is_enabled"],
    filters: { id: regionId },
  })
  const [region] = data as { payment_providers?: ({ id: string; is_enabled?: boolean } | null)[] | null }[]
  return (region?.payment_providers ?? []).some((one) => one?.id === ON_ACCOUNT && one.is_enabled !== false)
}
