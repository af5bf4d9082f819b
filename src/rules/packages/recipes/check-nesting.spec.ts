import fc from "fast-check"
import { bookOfProducts, recipeOf } from "../../__tests__/stored-packages"
import { checkNesting, MOST_PARTS, nestingReason } from "./check-nesting"
import type { RecipeBook } from "./recipe"

const titleOf = (id: string) => id.toUpperCase()
const reasonOf = (book: RecipeBook, productId: string, around: string[] = []) => {
  const problem = checkNesting(book, productId, around)
  return problem && nestingReason(problem, titleOf)
}

describe("P1: a package in itself", () => {
  it.each([
    ["by itself", { a: ["a"] }, "A → A"],
    ["by one between", { a: ["x", "b"], b: ["a"] }, "A → B → A"],
    ["far down", { a: ["b"], b: ["c"], c: ["d"], d: ["x", "a"] }, "A → B → C → D → A"],
  ])("is refused %s, with the path", (_how, contents, path) => {
    expect(reasonOf(bookOfProducts(contents), "a")).toBe(`the package would contain itself: ${path}`)
  })

  it("is not what two packages do that hold the same third one", () => {
    expect(reasonOf(bookOfProducts({ a: ["b", "c", "b"], b: ["d"], c: ["d"], d: ["x"] }), "a")).toBeNull()
  })

  it("law: it is found wherever there is one, and nowhere else", () => {
    const ids = ["a", "b", "c", "d", "e", "f"]
    const contents = fc.record(
      Object.fromEntries(ids.map((id) => [id, fc.subarray([...ids, "x"], { minLength: 0, maxLength: 3 })])),
    )
    fc.assert(
      fc.property(contents, (held) => {
        const book = bookOfProducts(held)
        const problem = checkNesting(book, "a", [])
        expect(problem?.kind === "circle").toBe(hasCircle(held, "a", []))
        const path = problem?.kind === "circle" ? problem.path : []
        path.slice(1).forEach((id, index) => expect(held[path[index] ?? ""]).toContain(id))
        expect(path.at(0)).toBe(path.at(-1))
      }),
      { numRuns: 500 },
    )
  })
})

/** The plain way, which is slow and short. */
const hasCircle = (held: Record<string, string[]>, id: string, above: string[]): boolean =>
  above.includes(id) || (held[id] ?? []).some((inner) => hasCircle(held, inner, [...above, id]))

describe("the size of a package", () => {
  const doubled = (levels: number): RecipeBook =>
    bookOfProducts(
      Object.fromEntries(
        Array.from({ length: levels }, (_, level) => [`p${level}`, [`p${level + 1}`, `p${level + 1}`]]),
      ),
    )

  it("is counted to the last level, not by opening it: 60 levels of two each are refused at once", () => {
    expect(checkNesting(doubled(60), "p0", [])).toMatchObject({ kind: "size", productId: "p0" })
    expect(checkNesting(doubled(11), "p0", [])).toBeNull()
  })

  it("is that of the packages around it, too", () => {
    const book = {
      ...doubled(11),
      around: recipeOf(
        "around",
        Array.from({ length: 2 }, () => ["p0", 1] as const),
      ),
    }
    expect(checkNesting(book, "p0", ["around"])).toEqual({ kind: "size", productId: "around", parts: 2 * 4094 + 2 })
    expect(reasonOf(book, "p0", ["around"])).toContain(`the most is ${MOST_PARTS}`)
  })

  it("counts multiplied quantities", () => {
    const book = { a: recipeOf("a", [["b", 1000]]), b: recipeOf("b", [["x", 1000]]) }
    expect(reasonOf(book, "a")).toBe('"A" would hold 1000000 of one part; the most is 100000')
    expect(checkNesting(book, "b", [])).toBeNull()
  })

  it("is found however deep it is nested", () => {
    const deep = Object.fromEntries(Array.from({ length: 4_000 }, (_, level) => [`p${level}`, [`p${level + 1}`]]))
    expect(checkNesting(bookOfProducts(deep), "p0", [])).toBeNull()
  })
})
