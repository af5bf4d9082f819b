import { foldText } from "../search/fold-text"

/** The columns of a customers' file, in the order in which an export has them. */
export const CUSTOMER_COLUMNS = [
  "id",
  "name",
  "contact_person",
  "email",
  "phone",
  "address_1",
  "address_2",
  "postal_code",
  "city",
  "province",
  "country_code",
  "vat_number",
  "status",
  "temperature",
  "discount_percent",
  "currency_code",
  "language",
  "notes",
] as const
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number]

/** What people call them, folded, beside the names themselves. */
const CALLED: Record<string, CustomerColumn> = {
  company: "name",
  nom: "name",
  entreprise: "name",
  contact: "contact_person",
  "personne de contact": "contact_person",
  "e mail": "email",
  mail: "email",
  courriel: "email",
  telephone: "phone",
  tel: "phone",
  address: "address_1",
  adresse: "address_1",
  zip: "postal_code",
  "code postal": "postal_code",
  npa: "postal_code",
  ville: "city",
  country: "country_code",
  pays: "country_code",
  vat: "vat_number",
  tva: "vat_number",
  statut: "status",
  discount: "discount_percent",
  remise: "discount_percent",
  currency: "currency_code",
  devise: "currency_code",
  langue: "language",
  note: "notes",
  remarques: "notes",
}

const BY_NAME = new Map<string, CustomerColumn>([
  ...Object.entries(CALLED),
  ...CUSTOMER_COLUMNS.map((column): [string, CustomerColumn] => [foldText(column), column]),
])

/** The column that a header means; null: none. */
export const columnOf = (header: string): CustomerColumn | null =>
  BY_NAME.get(foldText(header).replace(/[.:*]+$/, "")) ?? null
