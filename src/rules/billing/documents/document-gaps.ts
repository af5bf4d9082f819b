/** The fields of a customer's record that a document shows. */
export interface RecordFacts {
  name: string | null
  company: string | null
  vatNumber: string | null
  address: {
    address_1?: string | null
    postal_code?: string | null
    city?: string | null
    country_code?: string | null
  } | null
}

export const RECORD_FIELDS = [
  "name",
  "address",
  "address_1",
  "postal_code",
  "city",
  "country_code",
  "vat_number",
] as const
export type RecordField = (typeof RECORD_FIELDS)[number]

/** What a customer's record lacks for the next document to be complete, before it is issued. Empty: nothing. */
export function documentGaps({ name, company, vatNumber, address }: RecordFacts): RecordField[] {
  const lacks: RecordField[] = []
  if (!name && !company) {
    lacks.push("name")
  }
  if (!address) {
    lacks.push("address")
  } else {
    lacks.push(...(["address_1", "postal_code", "city", "country_code"] as const).filter((field) => !address[field]))
  }
  if (company && isEuCountry(address?.country_code) && !vatNumber) {
    lacks.push("vat_number")
  }
  return lacks
}

const EU = "at be bg cy cz de dk ee gr es fi fr hr hu ie it lt lu lv mt nl pl pt ro se si sk".split(" ")
const isEuCountry = (code: string | null | undefined): boolean => EU.includes((code ?? "").toLowerCase())
