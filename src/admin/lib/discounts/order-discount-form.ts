import { toPeriod, toPeriodForm, toTerms, toTermsForm, type PeriodForm, type TermsForm } from "./terms-form"
import type { OrderDiscountAnswer, RangeBody } from "../../../contracts/discounts/order-discounts"

export interface RangeForm {
  currency_code: string
  min: string
  max: string
  percent: string
}

export interface OrderDiscountForm extends TermsForm, PeriodForm {
  ranges: RangeForm[]
}

export const emptyRange = (currency: string): RangeForm => ({ currency_code: currency, min: "", max: "", percent: "" })

export const toRange = (range: RangeForm): RangeBody => ({
  currency_code: range.currency_code,
  min: range.min || null,
  max: range.max || null,
  percent: range.percent,
})

export function toOrderDiscountForm(discount: OrderDiscountAnswer | null, currency: string): OrderDiscountForm {
  const text = (amount: string | null) => (amount === null ? "" : String(amount))
  return {
    ...toTermsForm(discount),
    ...toPeriodForm(discount),
    ranges: discount
      ? discount.ranges.map((range) => ({
          currency_code: range.currency_code,
          min: text(range.min),
          max: text(range.max),
          percent: text(range.percent),
        }))
      : [emptyRange(currency)],
  }
}

export const toSaveOrderDiscount = (form: OrderDiscountForm) => ({
  ...toTerms(form),
  ...toPeriod(form),
  ranges: form.ranges.map(toRange),
})
