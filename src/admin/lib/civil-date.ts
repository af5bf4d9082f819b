/** Midnight of a civil date in the reader's own zone, as date pickers count; null where there is none. */
export function toLocalDate(civilDate: string): Date | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(civilDate) ?? []
  return year && month && day ? new Date(Number(year), Number(month) - 1, Number(day)) : null
}

/** The civil date that a date picker shows, whatever zone the reader is in; empty where there is none. */
export function toCivilDate(date: Date | null): string {
  if (!date) {
    return ""
  }
  const padded = (part: number, digits: number) => String(part).padStart(digits, "0")
  return [padded(date.getFullYear(), 4), padded(date.getMonth() + 1, 2), padded(date.getDate(), 2)].join("-")
}
