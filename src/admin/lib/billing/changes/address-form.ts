/** The fields of an address, as they are typed. */
export const ADDRESS_FIELDS = [
  "first_name",
  "last_name",
  "company",
  "address_1",
  "address_2",
  "postal_code",
  "city",
  "province",
  "country_code",
  "phone",
] as const
export type AddressField = (typeof ADDRESS_FIELDS)[number]
export type AddressForm = Record<AddressField, string>

/** Those without which nothing is sent anywhere. */
export const REQUIRED: ReadonlySet<AddressField> = new Set(["address_1", "city", "country_code"])

const textOf = (value: unknown): string => (typeof value === "string" ? value : "")

/** An address as it is stored, with empty texts for what it has not. */
export const toAddressForm = (address: Record<string, unknown> | null): AddressForm =>
  Object.fromEntries(ADDRESS_FIELDS.map((field) => [field, textOf(address?.[field])])) as AddressForm

/** What is sent: empty fields are none. */
export const toAddressBody = (form: AddressForm): Record<AddressField, string | null> =>
  Object.fromEntries(ADDRESS_FIELDS.map((field) => [field, form[field].trim() || null])) as Record<
    AddressField,
    string | null
  >
