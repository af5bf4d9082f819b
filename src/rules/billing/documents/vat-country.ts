/** The member states of the EU, Greece as EL in VAT numbers, and Northern Ireland for goods. */
const EU = new Set("AT BE BG CY CZ DE DK EE EL GR ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI".split(" "))

/** The country that a VAT number begins with, in capitals; null: it begins with none. */
export function vatCountry(vatNumber: string | null): string | null {
  const [, prefix] = /^([A-Z]{2})[0-9A-Z+*. -]+$/i.exec((vatNumber ?? "").trim()) ?? []
  const country = prefix?.toUpperCase() ?? null
  return country === "GR" ? "EL" : country
}

export const isEuVatNumber = (vatNumber: string | null): boolean => EU.has(vatCountry(vatNumber) ?? "")

/** A VAT number without spaces, dots and hyphens, as files have it. */
export const plainVatNumber = (vatNumber: string): string => vatNumber.replace(/[\s.-]/g, "").toUpperCase()
