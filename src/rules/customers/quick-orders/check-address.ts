import type { CustomerProblem } from "../problem"
import type { QuickOrderAddress } from "./basket"

export type SentAddress = { [Field in keyof QuickOrderAddress]?: string | undefined }
export type CheckedAddress = { ok: true; address: QuickOrderAddress } | { ok: false; problems: CustomerProblem[] }

const LONGEST = 200

const tidy = (text: string | undefined): string => (text ?? "").replace(/[\p{Cc}\s]+/gu, " ").trim()

/** An address that goods can be sent to: each field by its name (C24). `countries`: those that the region sells to. */
export function checkAddress(sent: SentAddress, countries: readonly string[]): CheckedAddress {
  const fields = {
    name: tidy(sent.name),
    address_1: tidy(sent.address_1),
    postal_code: tidy(sent.postal_code),
    city: tidy(sent.city),
  }
  const country_code = tidy(sent.country_code).toLowerCase()
  const problems: CustomerProblem[] = Object.entries(fields).flatMap(([field, value]) => {
    const reason = value === "" ? "is required" : value.length > LONGEST ? `takes at most ${LONGEST} signs` : null
    return reason === null ? [] : [{ field: `address.${field}`, reason }]
  })
  if (!countries.includes(country_code)) {
    problems.push({ field: "address.country_code", reason: "must be one of the countries that are offered" })
  }
  return problems.length ? { ok: false, problems } : { ok: true, address: { ...fields, country_code } }
}
