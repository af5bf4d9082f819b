import { bookOf, entry, recipe } from "../../__tests__/packages"
import { checkSelection } from "./check-selection"
import { expandPackage } from "./expand-package"
import { nodesOf } from "./package-node"
import type { Choice } from "./selection"

const inner = recipe("p1", "flat", [
  entry("va", { group: "colour", isDefault: true }),
  entry("vb", { group: "colour" }),
])
const book = bookOf(
  recipe("p0", "flat", [
    entry("v1", { quantity: 2 }),
    entry("vc", { isOptional: true }),
    entry("vd", { role: "accessory", isOptional: true, isFreeQuantity: true }),
    entry("ve", { isHidden: true, isOptional: true }),
  ]),
  inner,
)

const refusal = (choices: Choice[], mayHide = false) =>
  checkSelection(book, { productId: "p0", selection: { choices }, mayHide })
const contents = (choices: Choice[]) =>
  nodesOf(expandPackage(book, { productId: "p0", variantId: "v0", choices })).map(
    ({ variantId, quantity }) => `${quantity} ${variantId}`,
  )

describe("what a customer chooses (P12)", () => {
  it("expands the defaults where nothing is said", () => {
    expect(contents([])).toEqual(["1 v0", "2 v1", "2 va"])
  })

  it("adds options, swaps alternatives and takes a free quantity", () => {
    const choices = [
      { path: "e_vc", isChosen: true },
      { path: "e_v1/e_vb", isChosen: true },
      { path: "e_vd", isChosen: true, quantity: 5 },
    ]
    expect(refusal(choices)).toBeNull()
    expect(contents(choices)).toEqual(["1 v0", "2 v1", "2 vb", "1 vc", "5 vd"])
  })

  it.each<[string, Choice[], string, string]>([
    ["an optional content that isn't one", [{ path: "e_v1", isChosen: false }], "choices.0.is_chosen", "always"],
    ["a choice outside its package", [{ path: "e_vb", isChosen: true }], "choices.0.path", "no such content"],
    ["a hidden content", [{ path: "e_ve", isChosen: true }], "choices.0.path", "no such content"],
    ["hiding", [{ path: "e_vc", isHidden: true }], "choices.0.is_hidden", "admin"],
    ["a quantity that is the package's", [{ path: "e_vc", quantity: 2 }], "choices.0.quantity", "package's"],
    ["a quantity of zero", [{ path: "e_vd", quantity: 0 }], "choices.0.quantity", "whole number"],
    ["one content twice", [{ path: "e_vc" }, { path: "e_vc" }], "choices.1.path", "twice"],
    [
      "none of a group that is always there",
      [
        { path: "e_v1/e_va", isChosen: false },
        { path: "e_v1/e_vb", isChosen: false },
      ],
      "choices.1.is_chosen",
      'One of "colour" is always',
    ],
    [
      "two of one group",
      [
        { path: "e_v1/e_va", isChosen: true },
        { path: "e_v1/e_vb", isChosen: true },
      ],
      "choices.1.path",
      "Only one",
    ],
  ])("refuses %s", (_what, choices, field, reason) => {
    expect(refusal(choices)).toEqual({ field, reason: expect.stringContaining(reason) })
  })

  it("P1: quantities that multiply beyond the limit of recipes are refused at the one that is chosen", () => {
    const bags = entry("va", { role: "accessory", isFreeQuantity: true, quantity: 1 })
    const nested = bookOf(
      recipe("p0", "flat", [entry("v1", { role: "accessory", isFreeQuantity: true }), entry("vc", { quantity: 7 })]),
      recipe("p1", "flat", [bags]),
    )
    const asked = (one: number, other: number) =>
      checkSelection(nested, {
        productId: "p0",
        selection: {
          choices: [
            { path: "e_v1", quantity: one },
            { path: "e_v1/e_va", quantity: other },
          ],
        },
        mayHide: false,
      })
    expect(asked(100, 1_000)).toBeNull()
    expect(asked(1_001, 100)).toEqual({ field: "choices.0.quantity", reason: expect.stringContaining("100100") })
  })

  it("lets an admin hide and show", () => {
    expect(refusal([{ path: "e_v1/e_va", isHidden: true }], true)).toBeNull()
  })
})
