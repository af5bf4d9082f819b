import fc from "fast-check"
import { largerBatch, smallerBatch } from "./batch-size"

describe("issue 9: what fails in a batch is found alone, and holds up no other", () => {
  it("from 250: 62, 15, 3, 1; then 4, 16, 64, 250", () => {
    const down = [250, 62, 15, 3, 1]
    expect(down.map(smallerBatch)).toEqual([...down.slice(1), 1])
    const up = [1, 4, 16, 64, 250]
    expect(up.map((size) => largerBatch(size, 250))).toEqual([...up.slice(1), 250])
  })

  it("comes to one from any size, and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (most) => {
        let size = most
        for (let tries = 0; size > 1; tries += 1) {
          expect(tries).toBeLessThan(8)
          expect(smallerBatch(size)).toBeLessThan(size)
          size = smallerBatch(size)
        }
        for (; size < most; size = largerBatch(size, most)) {
          expect(largerBatch(size, most)).toBeGreaterThan(size)
        }
        expect(size).toBe(most)
      }),
    )
  })
})
