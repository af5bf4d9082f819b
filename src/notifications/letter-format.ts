import type { CivilDate } from "../rules/calendar"
import { writeMoney, type Decimal } from "../rules/money"
import type { RemindedService } from "../rules/billing"
import { plainLine } from "./plain-line"

/** Amounts, dates and names in the reader's locale. */
export interface LetterFormat {
  money: (amount: Decimal, currencyCode: string) => string
  date: (date: CivilDate) => string
  services: (services: readonly RemindedService[]) => string
  /** "visa •••• 4242"; null where nothing is known of it. */
  method: (method: { brand: string | null; last4: string | null } | null) => string | null
}

const atMidnight = (date: CivilDate): Date => new Date(`${date}T00:00:00Z`)

export function letterFormat(locale: string): LetterFormat {
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" })
  const list = new Intl.ListFormat(locale, { type: "conjunction" })
  return {
    money: (amount, currency) => writeMoney(amount, { currency, locale }),
    date: (date) => dates.format(atMidnight(date)),
    services: (services) =>
      list.format(
        services.map(({ title, quantity }) => `${quantity === 1 ? "" : `${quantity} × `}${plainLine(title)}`),
      ),
    method: (method) =>
      [method?.brand?.replaceAll("_", " "), method?.last4 && `•••• ${method.last4}`].filter(Boolean).join(" ") || null,
  }
}
