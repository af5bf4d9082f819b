import type { QuickOrderDetails } from "../../../rules/customers"
import type { ProfileAddress } from "./ordering-customer"
import type { QuickOrderContext } from "./quick-order-context"

/** Where an order goes, in Medusa's fields: as it was typed, else the profile's; null: neither is known. */
export function orderingAddress(
  { customer, place }: Pick<QuickOrderContext, "customer" | "place">,
  details: Partial<Pick<QuickOrderDetails, "address">>,
): ReturnType<typeof medusaAddress> | null {
  const written: ProfileAddress | null = details.address ?? customer.address
  return written && medusaAddress(written, { company: customer.company, countries: place.countries })
}

const medusaAddress = (
  { name, address_1, address_2, postal_code, city, province, country_code, phone }: ProfileAddress,
  { company, countries }: { company: string | null; countries: string[] },
) => ({
  first_name: name,
  ...(company === null ? {} : { company }),
  address_1,
  ...(address_2 ? { address_2 } : {}),
  postal_code,
  city,
  ...(province ? { province } : {}),
  ...(phone ? { phone } : {}),
  ...(countries.includes(country_code) ? { country_code } : {}),
})
