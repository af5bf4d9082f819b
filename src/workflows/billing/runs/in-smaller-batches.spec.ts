import fc from "fast-check"
import { inSmallerBatches } from "./in-smaller-batches"

const seen = async (count: number, broken: (item: number) => boolean, most = 100) => {
  const done: number[] = []
  const left: number[] = []
  const items = Array.from({ length: count }, (_, index) => index)
  const work = async (batch: number[]) => {
    if (batch.some(broken)) {
      throw new Error("broken")
    }
    done.push(...batch)
  }
  await inSmallerBatches(items, { most, work, failed: (item) => left.push(item) })
  return { done, left }
}

describe("issue 9: work in batches, of which some items fail", () => {
  it("law: all others are done, once and in their order, and each that fails is named once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 60 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 299 }), { maxLength: 10 }),
        async (count, most, bad) => {
          const { done, left } = await seen(count, (item) => bad.includes(item), most)
          const items = Array.from({ length: count }, (_, index) => index)
          expect(done).toEqual(items.filter((item) => !bad.includes(item)))
          expect(left).toEqual(items.filter((item) => bad.includes(item)))
        },
      ),
      { numRuns: 200 },
    )
  })

  it("ends where nothing can be done: that is the trouble of none of them", async () => {
    await expect(seen(50, () => true)).rejects.toThrow("broken")
    await expect(seen(10, () => true)).resolves.toMatchObject({ done: [] })
  })
})
