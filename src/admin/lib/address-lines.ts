import type { InvoiceAddress } from "../../rules/billing"

/** An address, line by line, without the lines that are empty. */
export function addressLines(address: InvoiceAddress | null): string[] {
  if (!address) {
    return []
  }
  const together = (...parts: (string | null)[]) => parts.filter(Boolean).join(" ")
  return [
    address.address_1 ?? "",
    address.address_2 ?? "",
    together(address.postal_code, address.city),
    together(address.province, address.country_code?.toUpperCase() ?? null),
  ].filter((line) => line !== "")
}
