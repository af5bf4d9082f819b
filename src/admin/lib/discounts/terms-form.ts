import type { RenewalTerms } from "../../../rules/discounts/states"
import type { PeriodAnswer } from "../../../contracts/discounts/fields"

/** What an article discount and an order discount have in common, as it is typed. */
export interface TermsForm {
  name: string
  is_active: boolean
  groups: string[]
  renewals: RenewalTerms
  renewal_cycles: string
  usage_limit: string
  usage_limit_per_customer: string
  note: string
}

export interface PeriodForm {
  limited_duration: boolean
  starts_on: string
  ends_on: string
}

interface Terms {
  name: string
  is_active: boolean
  groups: string[]
  renewals: RenewalTerms
  renewal_cycles: number | null
  usage_limit: number | null
  usage_limit_per_customer: number | null
  note: string | null
}

const toText = (number: number | null | undefined): string => (number == null ? "" : String(number))

/** A whole number of a form; empty is null. What is no number is refused by the rule. */
export const toWhole = (value: string): number | null => (value === "" ? null : Number(value))

export const toTermsForm = (terms: Terms | null): TermsForm => ({
  name: terms?.name ?? "",
  is_active: terms?.is_active ?? true,
  groups: terms?.groups ?? ["everyone"],
  renewals: terms?.renewals ?? "first_only",
  renewal_cycles: toText(terms?.renewal_cycles),
  usage_limit: toText(terms?.usage_limit),
  usage_limit_per_customer: toText(terms?.usage_limit_per_customer),
  note: terms?.note ?? "",
})

export const toTerms = (form: TermsForm): Terms => ({
  name: form.name.trim(),
  is_active: form.is_active,
  groups: form.groups,
  renewals: form.renewals,
  renewal_cycles: form.renewals === "cycles" ? toWhole(form.renewal_cycles) : null,
  usage_limit: toWhole(form.usage_limit),
  usage_limit_per_customer: toWhole(form.usage_limit_per_customer),
  note: form.note.trim() || null,
})

export const toPeriodForm = (period: PeriodAnswer | null): PeriodForm => ({
  limited_duration: period?.limited_duration ?? false,
  starts_on: period?.starts_on ?? "",
  ends_on: period?.ends_on ?? "",
})

export const toPeriod = (form: PeriodForm): PeriodAnswer => ({
  limited_duration: form.limited_duration,
  starts_on: form.starts_on || null,
  ends_on: form.ends_on || null,
})
