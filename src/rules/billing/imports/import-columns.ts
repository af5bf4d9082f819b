/** The columns of a file of subscriptions, in the order in which the template has them (B62). */
export const IMPORT_COLUMNS = [
  "key",
  "status",
  "customer_id",
  "email",
  "product",
  "quantity",
  "unit_price",
  "currency_code",
  "is_tax_inclusive",
  "interval",
  "interval_count",
  "next_on",
  "started_on",
  "ends_on",
  "payment_provider_id",
  "payment_method",
  "payment_account",
  "language",
  "mrr",
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
export type ImportColumn = (typeof IMPORT_COLUMNS)[number]

/** What the cells of a row say, by column. A cell without text says nothing. */
export type ImportCells = Partial<Record<ImportColumn, string>>

/** Without these no row can be read. `email` stands for the customer, whom `customer_id` names as well. */
export const REQUIRED_COLUMNS = ["key", "product", "unit_price", "interval", "next_on"] as const

const BY_NAME = new Map<string, ImportColumn>(IMPORT_COLUMNS.map((column) => [headerKey(column), column]))

/** A header without case, spaces and signs: "Next Due Date", "next_due_date" and "nextduedate" are one. */
export function headerKey(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")
}

/** The column that a header of the own template means; null: none. */
export const columnOf = (header: string): ImportColumn | null => BY_NAME.get(headerKey(header)) ?? null
