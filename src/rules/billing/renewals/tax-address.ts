type JsonObject = Record<string, unknown>

/** The address that a renewal is taxed by. */
export interface TaxAddress {
  country_code: string
  province_code: string | null
  address_1: string | undefined
  address_2: string | null
  city: string | undefined
  postal_code: string | undefined
}

interface Addressed {
  shipping_address: JsonObject | null
  billing_address: JsonObject | null
}

/**
 * The address that a subscription's renewals are taxed by: where it is shipped, as Medusa taxes orders; else where it is
 * billed; else the only country of its region, as Medusa fills in for a cart. Null: nobody can say which tax is due.
 */
export function taxAddress(
  { shipping_address, billing_address }: Addressed,
  onlyCountry: string | null,
): TaxAddress | null {
  const address = [shipping_address, billing_address].find((one) => text(one?.country_code)) ?? null
  const country = text(address?.country_code) ?? onlyCountry
  return country
    ? {
        country_code: country,
        province_code: text(address?.province) ?? null,
        address_1: text(address?.address_1),
        address_2: text(address?.address_2) ?? null,
        city: text(address?.city),
        postal_code: text(address?.postal_code),
      }
    : null
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined)
