import fc from "fast-check"
import { paginate } from "./paginate"
import { wrapText } from "./wrap-text"

const heights = fc.array(fc.integer({ min: 5, max: 90 }), { maxLength: 60 })
const room = fc.record({
  first: fc.integer({ min: 90, max: 400 }),
  later: fc.integer({ min: 90, max: 600 }),
  ending: fc.integer({ min: 0, max: 300 }),
})

describe("paginate", () => {
  it("puts each row on one page, in its order, and none where it does not fit", () => {
    fc.assert(
      fc.property(heights, room, (rows, { first, later, ending }) => {
        const pages = paginate(rows, { first, later, ending })
        expect(pages.flatMap(([from, to]) => rows.slice(from, to))).toEqual(rows)
        pages.forEach(([from, to], index) => {
          const used = rows.slice(from, to).reduce((sum, height) => sum + height, 0)
          expect(used).toBeLessThanOrEqual(index === 0 ? first : later)
          expect(pages[index - 1]?.[1] ?? 0).toBe(from)
        })
      }),
    )
  })

  it("leaves room for what stands below, with the last row above it where both fit", () => {
    expect(paginate([50, 50], { first: 100, later: 300, ending: 40 })).toEqual([
      [0, 1],
      [1, 2],
    ])
    expect(paginate([50, 50], { first: 100, later: 80, ending: 40 })).toEqual([
      [0, 2],
      [2, 2],
    ])
    expect(paginate([50], { first: 60, later: 300, ending: 40 })).toEqual([
      [0, 1],
      [1, 1],
    ])
    expect(paginate([50, 50], { first: 200, later: 300, ending: 40 })).toEqual([[0, 2]])
    expect(paginate([], { first: 200, later: 300, ending: 40 })).toEqual([[0, 0]])
  })
})

describe("wrapText", () => {
  const widthOf = (text: string): number => text.length

  it("loses no letter and makes no line wider than it may be", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,30}([ -][a-z]{1,30}){0,12}$/),
        fc.integer({ min: 3, max: 40 }),
        (text, width) => {
          const lines = wrapText(text, width, widthOf)
          expect(lines.every((line) => line.length <= width)).toBe(true)
          expect(lines.join("").replace(/ /g, "")).toBe(text.replace(/ /g, ""))
        },
      ),
    )
  })

  it("breaks at spaces and behind hyphens", () => {
    expect(wrapText("one two-three four", 8, widthOf)).toEqual(["one two-", "three", "four"])
    expect(wrapText("short", 8, widthOf)).toEqual(["short"])
  })
})
