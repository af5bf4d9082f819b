import { article, articlesOf, bookOf, entry, recipe } from "../../__tests__/packages"
import vectors from "../../../../integration-tests/vectors/packages.json"
import { multiply, round } from "../../money"
import { expandPackage } from "../expansion/expand-package"
import type { PackagePricing } from "../recipes/recipe"
import { durationOf } from "../time/duration-of"
import { pricePackage } from "./price-package"

interface Vector {
  source: string
  pricing: string
  price?: string
  rates?: { days: number; price: string }[]
  contents?: { name: string; price: string; quantity: number; hidden: boolean }[]
  from?: string
  to?: string
  days?: number
  quantity?: number
  total: string
}

describe("packages as others price them", () => {
  it.each(vectors as Vector[])("$source: $total", (vector) => {
    const contents = vector.contents ?? []
    const book = bookOf(
      recipe(
        "p0",
        vector.pricing as PackagePricing,
        contents.map(({ name, quantity, hidden }) => entry(`v${name}`, { quantity, isHidden: hidden })),
      ),
    )
    const articles = articlesOf(
      article("v0", vector.price ?? null, {
        rates: vector.rates
          ? { steps: vector.rates.map(({ days, price }) => ({ duration: days, price })), further: null }
          : null,
      }),
      ...contents.map(({ name, price }) => article(`v${name}`, price)),
    )
    const { from, to } = vector
    if (from !== undefined && to !== undefined) {
      const { days } = durationOf({ from, to }, { dayCount: "started_24_hours", timeZone: "Europe/Zurich" })
      expect(days).toBe(vector.days)
    }
    const duration = vector.days === undefined ? null : { days: vector.days, hours: vector.days * 24 }
    const priced = pricePackage(expandPackage(book, { productId: "p0", variantId: "v0", choices: [] }), {
      articles,
      duration,
      hours: null,
    })
    expect(priced.ok && round(multiply(priced.total, vector.quantity ?? 1), "eur")).toBe(vector.total)
  })
})
