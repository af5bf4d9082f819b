import type { InvoiceAddress } from "../../../rules/billing"

function countryName(code: string | null, locale: string): string | null {
  if (!code || !/^[a-z]{2}$/i.test(code)) {
    return code
  }
  return new Intl.DisplayNames(locale, { type: "region" }).of(code.toUpperCase()) ?? code
}

/** An address, line by line, without the lines that are empty; the country by its name in a language. */
export function addressLines(address: InvoiceAddress | null, locale: string): string[] {
  if (!address) {
    return []
  }
  const together = (...parts: (string | null)[]) => parts.filter(Boolean).join(" ")
  return [
    address.address_1 ?? "",
    address.address_2 ?? "",
    together(address.postal_code, address.city),
    together(address.province, countryName(address.country_code, locale)),
  ].filter((line) => line !== "")
}
