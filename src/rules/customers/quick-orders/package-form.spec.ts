import fc from "fast-check"
import { FORM_NAMES, packageForm, readPackageForm, withoutPart, type FormOption } from "./package-form"

const option = (path: string, more: Partial<FormOption> = {}): FormOption => ({
  ...{ path, parentPath: "", group: null, isOptional: true, isChosen: false },
  ...more,
})

describe("the form of a package", () => {
  it("C24, P12: has one field for each optional part, and one for the alternatives of a group", () => {
    const [small, large] = [option("a", { group: "Size" }), option("c", { group: "Size" })]
    const inner = option("a/x", { parentPath: "a", group: "Size" })
    expect(packageForm([small, option("b"), large, inner])).toEqual([
      { kind: "one_of", name: "g-a", group: "Size", isOptional: true, options: [small, large] },
      { kind: "part", option: option("b") },
      { kind: "one_of", name: "g-a/x", group: "Size", isOptional: true, options: [inner] },
    ])
  })

  it("C24: chooses what is taken, and leaves out what is not ticked", () => {
    const sent = { "g-a": "c", "s-b": "1", "o-b": "1", "s-d": "1", "q-b": "3", "q-e": "0", "q-f": "x", other: "1" }
    expect(readPackageForm(sent)).toEqual([
      { path: "b", isChosen: true, quantity: 3 },
      { path: "c", isChosen: true },
      { path: "d", isChosen: false },
    ])
    expect(readPackageForm({ "g-a": withoutPart("c") })).toEqual([{ path: "c", isChosen: false }])
  })

  it("bad input: what is no path says nothing", () => {
    for (const path of ["", "a b", "../x", "a//b", "'", "x".repeat(65)]) {
      expect(readPackageForm({ "g-a": path, [`s-${path}`]: "1", [`q-${path}`]: "2" })).toEqual([])
    }
  })

  it("law: each part is said once, in one order, whatever is sent", () => {
    const names = fc
      .constantFrom(...Object.values(FORM_NAMES))
      .chain((kind) => fc.constantFrom("a", "b", "a/b", "?").map((path) => kind + path))
    fc.assert(
      fc.property(fc.dictionary(names, fc.constantFrom("", "1", "a", "-b", "7")), (fields) => {
        const paths = readPackageForm(fields).map(({ path }) => path)
        expect(paths).toEqual([...new Set(paths)].sort())
      }),
    )
  })
})
