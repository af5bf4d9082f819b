import { bookOf, entry, recipe } from "../../__tests__/packages"
import { expandPackage } from "./expand-package"
import { nodesOf } from "./package-node"
import { newAccessories, separateAccessories, withoutSeparate } from "./separate-accessories"

const accessory = (variantId: string, more = {}) => entry(variantId, { role: "accessory", isNested: false, ...more })

describe("accessories that are lines of their own (P16)", () => {
  const book = bookOf(
    recipe("p0", "flat", [entry("va"), entry("v1"), accessory("v2"), accessory("vh", { isHidden: true })]),
    recipe("p1", "flat", [accessory("vb"), entry("vc")]),
    recipe("p2", "flat", [entry("vd"), accessory("ve")]),
  )
  const root = expandPackage(book, { productId: "p0", variantId: "v0", choices: [] })

  it("stay out of the package with all that is in them; one that nobody sees goes with it (P13)", () => {
    expect(nodesOf(withoutSeparate(root)).map(({ variantId }) => variantId)).toEqual(["v0", "va", "v1", "vc", "vh"])
  })

  it("are beside it once they are shown", () => {
    const shown = expandPackage(book, {
      ...{ productId: "p0", variantId: "v0" },
      choices: [{ path: "e_vh", isHidden: false }],
    })
    expect(newAccessories(root, shown).map(({ variantId }) => variantId)).toEqual(["vh"])
    expect(nodesOf(withoutSeparate(shown)).map(({ variantId }) => variantId)).not.toContain("vh")
  })

  it("are sold beside it, but those that nobody sees; one that is a package brings its own", () => {
    expect(separateAccessories(root).map(({ variantId }) => variantId)).toEqual(["vb", "v2"])
  })

  it("come with a later choice, those alone that were not there before", () => {
    const later = bookOf(recipe("p0", "flat", [accessory("va"), accessory("vb", { isOptional: true })]))
    const chosen = (isChosen: boolean) =>
      expandPackage(later, { productId: "p0", variantId: "v0", choices: [{ path: "e_vb", isChosen }] })
    expect(newAccessories(chosen(false), chosen(true)).map(({ variantId }) => variantId)).toEqual(["vb"])
    expect(newAccessories(chosen(true), chosen(false))).toEqual([])
  })
})
