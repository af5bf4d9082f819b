import { toOfferForm, toSaveOffer, emptyCycle } from "../../../src/admin/lib/billing/offer-form"
import {
  emptyRule,
  toArticleDiscountForm,
  toSaveArticleDiscount,
} from "../../../src/admin/lib/discounts/article-discount-form"
import {
  emptyRange,
  toOrderDiscountForm,
  toSaveOrderDiscount,
} from "../../../src/admin/lib/discounts/order-discount-form"
import { typedNumber } from "../../../src/admin/lib/numbers/typed-number"
import type { SettingsAnswer } from "../../../src/contracts/discounts/settings"
import { createOfferWorld, type OfferWorld } from "../../support/create-offer-world"
import { DiscountAdmin } from "../../support/discount-admin"
import { OfferClient } from "../../support/offer-client"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

/** How a thousand, and a number with decimals, are written in each form. */
const FORMS = [
  { form: "English", locale: "en", thousand: "1,000", amount: "1,234.50", percent: "12.5" },
  { form: "French", locale: "fr", thousand: "1 000", amount: "1 234,50", percent: "12,5" },
  { form: "German", locale: "de", thousand: "1.000", amount: "1.234,50", percent: "12,5" },
  { form: "Swiss", locale: "de-CH", thousand: "1’000", amount: "1’234.50", percent: "12.5" },
]

/** What each form means nothing certain by. */
const AMBIGUOUS = [
  { form: "English", locale: "en", text: "1,00" },
  { form: "French", locale: "fr", text: "1.000" },
  { form: "German", locale: "de", text: "12.50" },
  { form: "Swiss", locale: "de-CH", text: "1,000" },
]

export const typedNumbersSuite = storeSuite(__filename, (store) => {
  let world: OfferWorld
  let offers: OfferClient
  let discounts: DiscountAdmin

  beforeAll(async () => {
    world = await createOfferWorld(store)
    offers = new OfferClient(store, world)
    discounts = new DiscountAdmin(store, world.adminHeaders)
  })

  const newOffer = (price: string) => ({
    ...toOfferForm(null),
    cycles: [{ ...emptyCycle("monthly"), prices: { eur: price } }],
  })

  it.each(FORMS)("a number typed in $form form is stored as it is meant, in every field of an offer", async (typed) => {
    const read = (text: string) => typedNumber(text, typed.locale)
    const product = await world.createProduct(`Hosting, ${typed.form}`)
    const form = newOffer(read(typed.amount))
    const offer = await offers.save(
      product.id,
      toSaveOffer({
        ...form,
        rank: read(typed.thousand),
        trial_days: read("30"),
        cycles: form.cycles.map((cycle) => ({
          ...cycle,
          preset: "custom" as const,
          unit: "day" as const,
          count: read("45"),
          setup_fees: { eur: read(typed.thousand) },
        })),
      }),
    )
    expect([offer.rank, offer.trial_days, offer.cycles[0]?.interval]).toEqual([1000, 30, { unit: "day", count: 45 }])
    expect(offer.cycles[0]?.prices).toEqual([{ currency_code: "eur", amount: "1234.50" }])
    expect(offer.cycles[0]?.setup_fees).toEqual([{ currency_code: "eur", amount: "1000.00" }])
  })

  it.each(FORMS)(
    "a number typed in $form form is stored as it is meant, in every field of a discount",
    async (typed) => {
      const read = (text: string) => typedNumber(text, typed.locale)
      const rule = emptyRule("eur")
      const saved = await discounts.createArticleDiscount({
        ...toSaveArticleDiscount({
          ...toArticleDiscountForm(null, "eur"),
          name: typed.form,
          usage_limit: read(typed.thousand),
          usage_limit_per_customer: read("12"),
          renewals: "cycles",
          renewal_cycles: read("3"),
          rules: [
            { ...rule, min: read("6"), max: read(typed.thousand), value: read(typed.percent) },
            { ...rule, trigger: "amount", min: read(typed.amount), mode: "fixed", value: read(typed.amount) },
          ],
        }),
      })
      expect(saved).toMatchObject({ usage_limit: 1000, usage_limit_per_customer: 12, renewal_cycles: 3 })
      expect(saved.rules.map(({ min, max, value }) => [min, max, value].map((one) => one && Number(one)))).toEqual([
        [6, 1000, 12.5],
        [1234.5, null, 1234.5],
      ])

      const order = await discounts.createOrderDiscount(
        toSaveOrderDiscount({
          ...toOrderDiscountForm(null, "eur"),
          name: typed.form,
          ranges: [
            {
              ...emptyRange("eur"),
              min: read(typed.thousand),
              max: read(typed.amount),
              percent: read(typed.percent),
            },
          ],
        }),
      )
      expect(order.ranges.map(({ min, max, percent }) => [min, max, percent].map(Number))).toEqual([
        [1000, 1234.5, 12.5],
      ])
    },
  )

  it.each(FORMS)("a number typed in $form form is stored as it is meant, as a cost and as a setting", async (typed) => {
    const read = (text: string) => typedNumber(text, typed.locale)
    const product = await world.createProduct(`Mug, ${typed.form}`)
    await discounts.post(`articles/product/${product.id}`, { costs: { eur: read(typed.amount) } })
    expect((await discounts.article("product", product.id)).costs).toEqual({ eur: "1234.50" })
    const { settings } = await discounts.post<{ settings: SettingsAnswer }>("settings", {
      min_margin_percent: read(typed.percent),
    })
    expect(Number(settings.min_margin_percent)).toBe(12.5)
  })

  it.each(AMBIGUOUS)("$text in $form form may be two numbers: the server, too, takes neither", async (typed) => {
    const product = await world.createProduct(`Hosting, unclear, ${typed.form}`)
    const value = typedNumber(typed.text, typed.locale)
    const refusal = await refusalOf(offers.save(product.id, toSaveOffer(newOffer(value))))
    expect([refusal.status, refusal.message]).toEqual([400, expect.stringContaining("cycles[0].prices[0].amount")])
    expect(await offers.read(product.id)).toBeNull()
  })
})
