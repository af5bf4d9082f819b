import fc from "fast-check"
import type { Article, PackagePricing, RateTable, Recipe, RecipeBook, RecipeEntry } from "../packages"
import { decimalOf } from "./arbitraries"

/** Recipes and articles for specs: named by one letter, "p…" packages. */

export const entry = (variantId: string, more: Partial<RecipeEntry> = {}): RecipeEntry => ({
  id: `e_${variantId}`,
  role: "content",
  productId: productOf(variantId),
  variantId,
  quantity: 1,
  isOptional: false,
  group: null,
  isDefault: false,
  isHidden: false,
  isNested: true,
  isFreeQuantity: false,
  ...more,
})

/** The product of a variant in specs. */
export const productOf = (variantId: string): string => variantId.replace(/^v/, "p")

export const recipe = (
  productId: string,
  pricing: PackagePricing,
  entries: RecipeEntry[],
  more: Partial<Recipe> = {},
) => ({
  productId,
  pricing,
  defaultHours: null,
  minimumDuration: null,
  entries,
  ...more,
})

export const bookOf = (...recipes: Recipe[]): RecipeBook =>
  Object.fromEntries(recipes.map((one) => [one.productId, one]))

export const article = (variantId: string, price: string | null, more: Partial<Article> = {}): Article => ({
  productId: productOf(variantId),
  variantId,
  unit: "flat",
  price,
  isTaxInclusive: false,
  rates: null,
  minimumDuration: null,
  percent: null,
  group: null,
  ...more,
})

export const articlesOf = (...articles: Article[]) => new Map(articles.map((one) => [one.variantId, one]))

const prices = fc.integer({ min: 0, max: 50_000 }).map((units) => decimalOf(units, 2))

export const rateTables: fc.Arbitrary<RateTable> = fc
  .record({
    steps: fc.uniqueArray(fc.record({ duration: fc.integer({ min: 1, max: 14 }), price: prices }), {
      minLength: 1,
      maxLength: 4,
      selector: ({ duration }) => duration,
    }),
    further: fc.option(prices, { nil: null }),
  })
  .map(({ steps, further }) => ({ further, steps: [...steps].sort((a, b) => a.duration - b.duration) }))

const LEAVES = ["va", "vb", "vc", "vd"]

const entriesOf = (variants: string[]): fc.Arbitrary<RecipeEntry> =>
  fc
    .record({
      variantId: fc.constantFrom(...variants),
      quantity: fc.integer({ min: 1, max: 3 }),
      isHidden: fc.boolean(),
      isOptional: fc.boolean(),
      isDefault: fc.boolean(),
      role: fc.constantFrom<RecipeEntry["role"]>("content", "content", "content", "accessory"),
      group: fc.constantFrom(null, null, null, "g"),
    })
    .map(({ variantId, ...more }) => entry(variantId, more))

/** Articles "va" to "vd" of random units, and packages "p0" (the top) to "p3", each made of articles and of later ones. */
export const packageWorlds = fc
  .record({
    articles: fc.tuple(
      ...LEAVES.map((variantId) =>
        fc.record({
          price: prices,
          unit: fc.constantFrom<Article["unit"]>("flat", "hour", "day"),
          rates: fc.option(rateTables, { nil: null }),
          variantId: fc.constant(variantId),
        }),
      ),
    ),
    packages: fc.tuple(...[0, 1, 2, 3].map((index) => packagesAt(index))),
  })
  .map(({ articles, packages }) => ({
    book: bookOf(...packages.map(({ recipe: one }) => one)),
    articles: articlesOf(
      ...articles.map(({ variantId, price, ...more }) => article(variantId, price, more)),
      ...packages.map(({ recipe: one, price }) => article(one.productId.replace(/^p/, "v"), price)),
    ),
  }))

function packagesAt(index: number): fc.Arbitrary<{ recipe: Recipe; price: string }> {
  const later = [0, 1, 2, 3].filter((other) => other > index).map((other) => `v${other}`)
  return fc.record({
    price: prices,
    recipe: fc
      .record({
        pricing: fc.constantFrom<PackagePricing>("flat", "hour", "day", "contents_all", "contents_visible"),
        defaultHours: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
        entries: fc.array(entriesOf([...LEAVES, ...later]), { minLength: 1, maxLength: 4 }),
      })
      .map(({ pricing, defaultHours, entries }) =>
        recipe(
          `p${index}`,
          pricing,
          entries.map((one, at) => ({ ...one, id: `e${at}` })),
          { defaultHours },
        ),
      ),
  })
}
