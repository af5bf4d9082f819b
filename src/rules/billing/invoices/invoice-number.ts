const PLACEHOLDER = /\{(\w+)(?::(\d+))?\}/g

/**
 * The number of an invoice from the format in the settings: `{series}-{year}-{sequence:6}` makes `INV-2026-000042`.
 * Throws RangeError on a placeholder that does not exist.
 */
export function invoiceNumber(
  format: string,
  parts: { series: string; year: number | string; sequence: number },
): string {
  const values = new Map<string, string>([
    ["series", parts.series],
    ["year", String(parts.year)],
    ["sequence", String(parts.sequence)],
  ])
  return format.replace(PLACEHOLDER, (placeholder, name: string, width: string | undefined) => {
    const value = values.get(name)
    if (value === undefined) {
      throw new RangeError(`${placeholder} is not known in an invoice number; it takes {series}, {year} and {sequence}`)
    }
    return value.padStart(Number(width ?? 0), "0")
  })
}
