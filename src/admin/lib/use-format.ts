import { useMemo } from "react"
import { addDays } from "../../rules/calendar"
import { writeMoney } from "../../rules/money"
import { toLocale } from "./locale"
import { useTexts } from "./use-texts"
import type { AmountAnswer, DecimalAnswer } from "../../contracts/amount"

export interface Format {
  locale: string
  money: (amount: AmountAnswer, currency: string) => string
  /** A civil date, which has no zone: shown as it is written. */
  date: (civilDate: string) => string
  /** An instant, shown in the reader's own zone. */
  instant: (iso: string) => string
  /** The days of a half-open period, its last day and not the day after it. */
  period: (start: string, end: string) => string
  percent: (percent: DecimalAnswer | number) => string
  /** A percentage to its last digit. */
  rate: (percent: DecimalAnswer) => string
  number: (value: number) => string
}

const atMidnight = (civilDate: string): Date => new Date(`${civilDate.slice(0, 10)}T00:00:00Z`)

/** Amounts and dates in the user's language. */
export function useFormat(): Format {
  const { i18n } = useTexts("ui")
  return useMemo(() => {
    const locale = toLocale(i18n.language, navigator.languages)
    const civil = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
    return {
      locale,
      money: (amount, currency) => writeMoney(amount, { currency, locale }),
      date: (civilDate) => civil.format(atMidnight(civilDate)),
      period: (start, end) => civil.formatRange(atMidnight(start), atMidnight(addDays(end, -1))),
      instant: (iso) => moment.format(new Date(iso)),
      percent: (percent) =>
        new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(Number(percent) / 100),
      rate: (percent) =>
        new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 6 }).format(Number(percent) / 100),
      number: (value) => new Intl.NumberFormat(locale).format(value),
    }
  }, [i18n.language])
}
