export type Country = "de" | "fr" | "ch" | "jp"

/** Where the tests' customers live. The country decides region, currency and tax. */
export const testAddress = (country_code: string = "de") => ({
  first_name: "Clara",
  last_name: "Customer",
  address_1: "Weg 1",
  city: "Ort",
  postal_code: "10115",
  country_code,
})
