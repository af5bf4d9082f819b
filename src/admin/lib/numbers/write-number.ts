import { numberSigns } from "./number-signs"

/**
 * A plain decimal as the reader of a locale writes it, digit by digit: `1234.50` is `1,234.50` in English and `1 234,50`
 * in French. Law: `readNumber` reads it back as it was.
 */
export function writeNumber(plain: string, locale: string): string {
  const { decimal, group } = numberSigns(locale)
  const [, minus = "", whole = "", fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  if (whole === "") {
    return plain
  }
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  return `${minus}${grouped}${fraction === undefined ? "" : decimal + fraction}`
}
