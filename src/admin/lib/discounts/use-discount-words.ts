import { useMemo } from "react"
import type { FixedPer, Mode, Trigger } from "../../../rules/discounts/states"
import { useTexts } from "../use-texts"
import { useFormat } from "../use-format"
import type { PeriodAnswer } from "../../../contracts/discounts/fields"

interface RuleFacts {
  trigger: Trigger
  min: string | null
  max: string | null
  mode: Mode
  value: string
  per: FixedPer
  currency_code: string | null
}

export interface DiscountWords {
  /** "6 – 11", "€100.00 or more", "any quantity". */
  ofBounds: (bounds: { min: string | null; max: string | null }, trigger: Trigger, currency: string | null) => string
  /** "−15%", "−€5.00 a unit". */
  ofValue: (value: { mode: Mode; value: string; per: FixedPer }, currency: string | null) => string
  /** "6 or more: −15%". */
  ofRule: (rule: RuleFacts) => string
  /** "1 Jan 2027 – 31 Jan 2027", both days in it; always, where no period is in force. */
  ofPeriod: (period: PeriodAnswer) => string
}

/** Rules, values and periods in the words of a merchant. */
export function useDiscountWords(): DiscountWords {
  const { t } = useTexts("discounts")
  const format = useFormat()
  return useMemo(() => {
    const measure = (value: string, trigger: Trigger, currency: string | null) =>
      trigger === "amount" && currency ? format.money(value, currency) : format.number(Number(value))
    const words: DiscountWords = {
      ofBounds: ({ min, max }, trigger, currency) => {
        const from = min === null ? "" : measure(min, trigger, currency)
        const to = max === null ? "" : measure(max, trigger, currency)
        if (from && to) {
          return from === to ? from : t("words.between", { from, to })
        }
        if (from) {
          return t("words.from", { from })
        }
        return to ? t("words.up_to", { to }) : t("words.always")
      },
      ofValue: ({ mode, value, per }, currency) => {
        if (mode === "percent") {
          return `−${format.rate(value)}`
        }
        const amount = `−${currency ? format.money(value, currency) : format.number(Number(value))}`
        return per === "unit" ? t("words.per_unit", { amount }) : t("words.once", { amount })
      },
      ofRule: (rule) =>
        t("words.rule", {
          when: words.ofBounds(rule, rule.trigger, rule.currency_code),
          gives: words.ofValue(rule, rule.currency_code),
        }),
      ofPeriod: ({ limited_duration, starts_on, ends_on }) => {
        if (!limited_duration || (!starts_on && !ends_on)) {
          return t("words.no_end")
        }
        if (starts_on && ends_on) {
          return t("words.between", { from: format.date(starts_on), to: format.date(ends_on) })
        }
        return starts_on
          ? t("words.since", { from: format.date(starts_on) })
          : t("words.until", { to: format.date(ends_on ?? "") })
      },
    }
    return words
  }, [t, format])
}
