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

/**
 * The address that a subscription's renewals are taxed by: where it is shipped, because Medusa taxes orders by that one
 * alone. Null: its first order had none and no taxes, and neither have its renewals (B22).
 */
export function taxAddress({ shipping_address: address }: { shipping_address: JsonObject | null }): TaxAddress | null {
  const country = text(address?.country_code)
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
