import { addDays, type CivilDate } from "../../rules/calendar"
import { writeMoney, type Decimal } from "../../rules/money"
import type { PageLanguage } from "./languages"

/** Amounts and days as a page's reader writes them. */
export interface PageFormat {
  money: (amount: Decimal, currencyCode: string) => string
  /** Of one unit: it may be finer than the currency. */
  price: (amount: Decimal, currencyCode: string) => string
  day: (date: CivilDate) => string
  /** The days of a half-open period, its last day and not the one after it. */
  period: (period: { start: CivilDate; end: CivilDate }) => string
  percent: (percent: Decimal) => string
  quantity: (quantity: Decimal) => string
}

const LOCALES: Record<PageLanguage, string> = { en: "en-GB", fr: "fr-FR", de: "de-DE" }
const atMidnight = (date: CivilDate): Date => new Date(`${date}T00:00:00Z`)

/** The record's own locale decides where it is of the page's language: `fr-CH` writes 1 234.50. */
export function pageFormat(language: PageLanguage, locale?: string | null): PageFormat {
  const written = locale?.toLowerCase().startsWith(language) && isLocale(locale) ? locale : LOCALES[language]
  const days = new Intl.DateTimeFormat(written, { dateStyle: "medium", timeZone: "UTC" })
  return {
    money: (amount, currency) => writeMoney(amount, { currency, locale: written }),
    price: (amount, currency) => writeMoney(amount, { currency, locale: written, isPrice: true }),
    day: (date) => days.format(atMidnight(date)),
    period: ({ start, end }) => days.formatRange(atMidnight(start), atMidnight(addDays(end, -1))),
    percent: (percent) =>
      new Intl.NumberFormat(written, { style: "percent", maximumFractionDigits: 6 }).format(Number(percent) / 100),
    quantity: (quantity) => new Intl.NumberFormat(written, { maximumFractionDigits: 6 }).format(Number(quantity)),
  }
}

function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}
