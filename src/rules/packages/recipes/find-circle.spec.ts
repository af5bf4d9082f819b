import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { bookOf, entry, packageWorlds, recipe } from "../../__tests__/packages"
import { findCircle } from "./find-circle"

describe("a package in itself (P1)", () => {
  it("is found with its path, however far down", () => {
    const book = bookOf(
      recipe("p0", "flat", [entry("v1")]),
      recipe("p1", "flat", [entry("va"), entry("v2")]),
      recipe("p2", "flat", [entry("v1")]),
    )
    expect(findCircle(book, "p0")).toEqual(["p1", "p2", "p1"])
  })

  it("is found whatever is around it, and nothing is found where there is none", () => {
    fc.assert(
      fc.property(packageWorlds, fc.constantFrom("p1", "p2", "p3"), ({ book }, from) => {
        expect(findCircle(book, "p0")).toBeNull()
        const inner = book[from]
        fc.pre(inner !== undefined)
        const closed = { ...book, [from]: { ...inner, entries: [...inner.entries, entry("v0")] } }
        const top = { ...closed, p0: recipe("p0", "flat", [entry(from.replace("p", "v"))]) }
        const circle = findCircle(top, "p0")
        expect(circle?.[0]).toBe("p0")
        expect(circle?.at(-1)).toBe("p0")
      }),
      LAW,
    )
  })

  it("visits a package once, however often it is contained", () => {
    const levels = Array.from({ length: 60 }, (_, at) =>
      recipe(`p${at}`, "flat", [entry(`v${at + 1}`), { ...entry(`v${at + 1}`), id: "again" }]),
    )
    expect(findCircle(bookOf(...levels), "p0")).toBeNull()
  })
})
