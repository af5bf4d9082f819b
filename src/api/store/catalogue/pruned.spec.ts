import { namedIn } from "./named-in"
import { pruned, type Unwanted } from "./pruned"

const unwanted: Unwanted = {
  hiddenProductIds: new Set(["prod_hidden"]),
  disabledVariantIds: new Set(["variant_off"]),
  optionValueIds: new Set(["val_off"]),
}

const answer = {
  results: [
    {
      hits: [
        { id: "prod_hidden", document: { id: "prod_hidden", title: "Secret" } },
        { id: "prod_1", document: { id: "prod_1", variants: [{ id: "variant_off" }, { id: "variant_1" }] } },
      ],
    },
  ],
  product_category: {
    products: [{ id: "prod_1", options: [{ values: [{ id: "val_off" }, { id: "val_on" }] }] }],
    category_children: [{ products: [{ id: "prod_hidden" }] }],
  },
  variant: { id: "variant_2", product_id: "prod_hidden" },
  metadata: { product: { id: "prod_hidden" }, at: null },
}

describe("pruned", () => {
  it("B6, B10: takes out what is unwanted, however deep, and nothing else", () => {
    expect(pruned(answer, unwanted)).toEqual({
      results: [{ hits: [{ id: "prod_1", document: { id: "prod_1", variants: [{ id: "variant_1" }] } }] }],
      product_category: {
        products: [{ id: "prod_1", options: [{ values: [{ id: "val_on" }] }] }],
        category_children: [{ products: [] }],
      },
      variant: null,
      metadata: { product: { id: "prod_hidden" }, at: null },
    })
  })
})

describe("namedIn", () => {
  it("finds every product and variant of an answer, but in metadata", () => {
    expect(namedIn(answer)).toEqual({
      productIds: ["prod_1", "prod_hidden"],
      variantIds: ["variant_off", "variant_1", "variant_2"],
      hitIds: ["prod_hidden", "prod_1"],
    })
  })

  it("finds nothing in an error", () => {
    expect(namedIn({ type: "not_found", message: "…" })).toEqual({ productIds: [], variantIds: [], hitIds: [] })
  })
})
