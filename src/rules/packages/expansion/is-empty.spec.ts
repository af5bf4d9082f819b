import { bookOf, entry, recipe } from "../../__tests__/packages"
import { expandPackage } from "./expand-package"
import { isEmpty } from "./is-empty"

const rootOf = (pricing: "flat" | "contents_all" | "contents_visible", ...entries: Parameters<typeof recipe>[2]) =>
  expandPackage(bookOf(recipe("p0", pricing, entries)), { productId: "p0", variantId: "v0", choices: [] })

describe("a package without contents", () => {
  it("is empty where its contents make its price: accessories, and options that are not chosen, make none", () => {
    expect(isEmpty(rootOf("contents_all"))).toBe(true)
    expect(isEmpty(rootOf("contents_visible", entry("va", { isOptional: true })))).toBe(true)
    expect(isEmpty(rootOf("contents_all", entry("va", { role: "accessory" })))).toBe(true)
  })

  it("is none with a price of its own, or one content", () => {
    expect(isEmpty(rootOf("flat"))).toBe(false)
    expect(isEmpty(rootOf("contents_visible", entry("va", { isHidden: true })))).toBe(false)
  })
})
