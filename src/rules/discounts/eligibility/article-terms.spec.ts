import { articleTerms, type ArticleFacts } from "./article-terms"

const product: ArticleFacts = { level: "product", targetId: "prod_1", isEligible: true, costs: { eur: "4", usd: "5" } }
const variant: ArticleFacts = { level: "variant", targetId: "variant_1", isEligible: null, costs: { eur: "3" } }
const line = { variantId: "variant_1", productId: "prod_1" }

describe("articleTerms", () => {
  it("D3, D24: the variant's own value goes before its product's", () => {
    expect(articleTerms([product, variant], line, "eur")).toEqual({ isEligible: true, unitCost: "3" })
    expect(articleTerms([product, variant], line, "usd")).toEqual({ isEligible: true, unitCost: "5" })
    expect(articleTerms([product, { ...variant, isEligible: false }], line, "eur").isEligible).toBe(false)
  })

  it("D3: an article of which nothing is known is not eligible, and its cost is not known", () => {
    expect(articleTerms([], line, "eur")).toEqual({ isEligible: false, unitCost: null })
    expect(articleTerms([product], { variantId: "variant_2", productId: "prod_2" }, "eur").unitCost).toBeNull()
  })
})
