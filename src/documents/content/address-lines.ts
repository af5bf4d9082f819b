import type { InvoiceAddress } from "../../rules/billing"
import type { DocumentTexts } from "../texts/document-texts"

/** Street, place and country, as they stand on a letter. */
export function addressLines(address: InvoiceAddress, { language }: Pick<DocumentTexts, "language">): string[] {
  const place = [address.postal_code, address.city].filter(Boolean).join(" ")
  return [
    address.address_1,
    address.address_2,
    [place, address.province].filter(Boolean).join(", "),
    address.country_code && countryName(address.country_code, language),
  ].flatMap((line) => line || [])
}

/** Names, address, VAT number and e-mail address of one party; what it does not have is left out. */
export function partyLines(
  party: { address: InvoiceAddress | null; vat_number: string | null; email: string | null },
  texts: Pick<DocumentTexts, "language" | "vatNumber">,
  names: readonly string[] = [],
): string[] {
  return [
    ...names,
    ...(party.address ? addressLines(party.address, texts) : []),
    ...(party.vat_number ? [`${texts.vatNumber} ${party.vat_number}`] : []),
    ...(party.email ? [party.email] : []),
  ]
}

function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(code.toUpperCase()) ?? code.toUpperCase()
  } catch {
    return code.toUpperCase()
  }
}
