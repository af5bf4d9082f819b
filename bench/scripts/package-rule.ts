import { decorateCartTotals } from "@medusajs/framework/utils"
import {
  expandPackage,
  nodesOf,
  pricePackage,
  type Article,
  type Recipe,
  type RecipeEntry,
} from "../../src/rules/packages"
import { readInput, writeOutput } from "../support/child"

export interface PackageRuleInput {
  contents: number
  levels: number
  rounds: number
  warmUp: number
}

/** Warm-up, so that the code is compiled before it is timed. */
const CALLS_BEFORE = 300

const entry = (variantId: string, quantity: number): RecipeEntry => ({
  id: `e_${variantId}`,
  role: "content",
  productId: variantId.replace("v", "p"),
  variantId,
  quantity,
  isOptional: false,
  group: null,
  isDefault: false,
  isHidden: false,
  isNested: true,
  isFreeQuantity: false,
})

/** One package a level, each with its share of the articles and with the package of the next level. */
function bigPackage({ contents, levels }: PackageRuleInput) {
  const articles = new Map<string, Article>()
  const article = (variantId: string, unit: Article["unit"]) =>
    articles.set(variantId, {
      ...{ productId: variantId.replace("v", "p"), variantId, unit, price: "12.35", isTaxInclusive: false },
      ...{ rates: null, minimumDuration: null, percent: null, group: null },
    })
  const book: Record<string, Recipe> = {}
  const each = Math.ceil(contents / levels) - 1
  for (let level = 0; level < levels; level++) {
    const ids = Array.from({ length: each }, (_, at) => `v${level}_${at}`)
    ids.forEach((id, at) => article(id, at % 4 === 0 ? "day" : "flat"))
    const inner = level + 1 < levels ? [entry(`v${level + 1}`, 2)] : []
    article(`v${level}`, "flat")
    book[`p${level}`] = {
      ...{ productId: `p${level}`, pricing: "contents_all", defaultHours: null, minimumDuration: null },
      ...{ listsContents: true, entries: [...ids.map((id, at) => entry(id, (at % 3) + 1)), ...inner] },
    }
  }
  return { book, articles }
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

export default async function packageRule(): Promise<void> {
  const input = readInput<PackageRuleInput>()
  const { book, articles } = bigPackage(input)
  const ours = () => {
    const root = expandPackage(book, { productId: "p0", variantId: "v0", choices: [] })
    return pricePackage(root, { articles, duration: { days: 3, hours: 72 }, hours: null })
  }
  const items = nodesOf(expandPackage(book, { productId: "p0", variantId: "v0", choices: [] })).map(
    ({ path, quantity }) => ({
      ...{ id: path, unit_price: 12.35, quantity, adjustments: [], is_tax_inclusive: false },
      tax_lines: [{ rate: 19, code: "VAT" }],
    }),
  )
  const totals = () => decorateCartTotals({ currency_code: "eur", items: items.map((item) => ({ ...item })) })
  if (!ours().ok) {
    throw new Error("the package has no price")
  }
  for (let call = 0; call < CALLS_BEFORE; call++) {
    ours()
  }
  const samples = { ours: [] as number[], reference: [] as number[] }
  for (let round = -input.warmUp; round < input.rounds; round++) {
    for (const [name, work] of [["ours", ours] as const, ["reference", totals] as const]) {
      const begun = performance.now()
      work()
      if (round >= 0) {
        samples[name].push(performance.now() - begun)
      }
    }
  }
  writeOutput({ ours: median(samples.ours), reference: median(samples.reference) })
}
