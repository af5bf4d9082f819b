import type { TracedLine } from "./discount-trace"
import { matchTracedLines, type LineToMatch } from "./match-traced-lines"

const traced = (id: string, more: Partial<TracedLine> = {}): TracedLine => ({
  id,
  title: "Mug",
  productId: "prod_mug",
  variantId: "variant_mug",
  unitPrice: "10",
  quantity: 1,
  isTaxInclusive: false,
  price: "10",
  amount: "1.00",
  discounts: [],
  trace: [],
  cappedBy: null,
  recurring: [],
  ...more,
})
const line = (id: string, more: Partial<LineToMatch> = {}): LineToMatch => ({
  id,
  productId: "prod_mug",
  variantId: "variant_mug",
  unitPrice: "10.00",
  quantity: 1,
  discounted: "1",
  ...more,
})
const matches = (found: Map<string, TracedLine>) => [...found].map(([id, { id: was }]) => [id, was])

describe("matchTracedLines (D22)", () => {
  it("D22: matches a cart's lines with its order's by variant, price, quantity and discount", () => {
    const lines = [traced("a"), traced("b", { amount: "0.99" }), traced("c", { quantity: 2 })]
    const found = matchTracedLines(lines, [
      line("z", { quantity: 2 }),
      line("y", { discounted: "0.99" }),
      line("x"),
      line("w", { variantId: "variant_pen" }),
    ])
    expect(matches(found)).toEqual([
      ["z", "c"],
      ["y", "b"],
      ["x", "a"],
    ])
  })

  it("gives each line of the record once, and a line that is named by its id to itself", () => {
    const found = matchTracedLines([traced("a"), traced("b")], [line("x"), line("y"), line("z")])
    expect(matches(found)).toEqual([
      ["x", "a"],
      ["y", "b"],
    ])
    expect(matches(matchTracedLines([traced("a", { quantity: 9 })], [line("a")]))).toEqual([["a", "a"]])
  })

  it("decision 6: matches by key first, whatever the lines cost, and ignores a key on another variant", () => {
    const lines = [traced("a", { key: "key_a" }), traced("b", { key: "key_b" })]
    const keyed = (id: string, key: string, more: Partial<LineToMatch> = {}) =>
      line(id, { metadata: { service_commerce_key: key }, discounted: "7", ...more })
    expect(matches(matchTracedLines(lines, [keyed("x", "key_b"), keyed("y", "key_a")]))).toEqual([
      ["x", "b"],
      ["y", "a"],
    ])
    expect(matches(matchTracedLines(lines, [keyed("x", "key_b", { variantId: "variant_pen" })]))).toEqual([])
  })

  it("decision 6: a line that lost its key is still matched by variant", () => {
    const lines = [traced("a", { key: "key_a" }), traced("b", { key: "key_b" })]
    const kept = line("x", { metadata: { service_commerce_key: "key_b" } })
    expect(matches(matchTracedLines(lines, [line("y"), kept]))).toEqual([
      ["x", "b"],
      ["y", "a"],
    ])
  })
})
