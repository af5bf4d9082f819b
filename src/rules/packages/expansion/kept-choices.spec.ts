import { bookOf, entry, recipe } from "../../__tests__/packages"
import { checkSelection } from "./check-selection"
import { keptChoices } from "./kept-choices"
import type { Choice } from "./selection"

const chosen = (path: string, more: Partial<Choice> = {}): Choice => ({ path, isChosen: true, ...more })

/** What is kept by a recipe of these entries, which it takes without a word. */
function kept(choices: Choice[], ...entries: ReturnType<typeof entry>[]): Choice[] {
  const book = bookOf(recipe("p0", "flat", entries))
  const left = keptChoices(book, "p0", choices)
  expect(checkSelection(book, { productId: "p0", selection: { choices: left }, mayHide: true })).toBeNull()
  return left
}

describe("P20: what is kept of choices where the recipe has changed", () => {
  it("all that it still takes, and nothing of what is gone", () => {
    const choices = [chosen("e_va"), chosen("e_gone")]
    expect(kept(choices, entry("va", { isOptional: true }))).toEqual([chosen("e_va")])
  })

  it("of a choice what still is one: an option whose quantity is fixed now, a content that is always there", () => {
    const choices = [chosen("e_va", { quantity: 3 }), chosen("e_vb", { isHidden: true }), chosen("e_vc")]
    const now = [entry("va", { role: "accessory", isOptional: true }), entry("vb"), entry("vc")]
    expect(kept(choices, ...now)).toEqual([chosen("e_va"), { path: "e_vb", isHidden: true }])
  })

  it("one of two options that are alternatives now, and no group that is left out as a whole", () => {
    const group = [entry("va", { group: "g" }), entry("vb", { group: "g" })]
    expect(kept([chosen("e_va"), chosen("e_vb")], ...group)).toEqual([chosen("e_va")])
    const out = { isChosen: false }
    expect(kept([chosen("e_va", out), chosen("e_vb", out)], ...group)).toEqual([chosen("e_va", out)])
  })
})
