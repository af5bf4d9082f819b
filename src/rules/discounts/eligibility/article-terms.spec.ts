import { articleTerms, type ArticleFacts } from "./article-terms"

const product: ArticleFacts = { level: "product", targetId: "prod_1", isEligible: true, costs: { eur: "4", usd: "5" } }
const variant: ArticleFacts = { level: "variant", targetId: "variant_1", isEligible: null, costs: { eur: "3" } }
const line = { variantId: "variant_1", productId: "prod_1", collectionId: "col", categoryIds: ["sub", "top"] }
const wide = (level: ArticleFacts["level"], targetId: string, isEligible: boolean): ArticleFacts => ({
  level,
  targetId,
  isEligible,
  costs: {},
})

describe("articleTerms", () => {
  it("D3, D24: the variant's own value goes before its product's", () => {
    expect(articleTerms([product, variant], line, "eur")).toEqual({ isEligible: true, unitCost: "3" })
    expect(articleTerms([product, variant], line, "usd")).toEqual({ isEligible: true, unitCost: "5" })
    expect(articleTerms([product, { ...variant, isEligible: false }], line, "eur").isEligible).toBe(false)
  })

  it("D3: all articles, a collection or a category at once; what is nearer to the article says it for itself", () => {
    const isEligible = (...articles: ArticleFacts[]) => articleTerms(articles, line, "eur").isEligible
    const all = wide("all", "all", true)
    expect(isEligible(all)).toBe(true)
    expect(isEligible(wide("category", "top", true))).toBe(true)
    expect(isEligible(all, wide("category", "top", false))).toBe(false)
    expect(isEligible(wide("category", "top", false), wide("category", "sub", true))).toBe(true)
    expect(isEligible(wide("category", "sub", true), wide("collection", "col", false))).toBe(false)
    expect(isEligible(wide("collection", "col", false), product)).toBe(true)
    expect(isEligible(wide("collection", "another", true))).toBe(false)
  })

  it("D3: an article of which nothing is known is not eligible, and its cost is not known", () => {
    expect(articleTerms([], line, "eur")).toEqual({ isEligible: false, unitCost: null })
    const other = { ...line, variantId: "variant_2", productId: "prod_2" }
    expect(articleTerms([product], other, "eur").unitCost).toBeNull()
  })
})
