import fc from "fast-check"
import { setImmediate as nextTurn } from "node:timers/promises"
import { Places } from "./places"

describe("places", () => {
  it("law: never more are at work than there are places, all get their turn in the order of coming, whichever fail", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.record({ turns: fc.nat(3), fails: fc.boolean() }), { maxLength: 20 }),
        async (count, works) => {
          const places = new Places(count)
          const begun: number[] = []
          let atWork = 0
          const ended = await Promise.allSettled(
            works.map(({ turns, fails }, index) =>
              places.at(async () => {
                begun.push(index)
                atWork += 1
                expect(atWork).toBeLessThanOrEqual(count)
                for (let turn = 0; turn < turns; turn += 1) {
                  await nextTurn()
                }
                atWork -= 1
                if (fails) {
                  throw new Error("no answer")
                }
              }),
            ),
          )
          expect(begun).toEqual(works.map((_, index) => index))
          expect(ended.map(({ status }) => status === "rejected")).toEqual(works.map(({ fails }) => fails))
        },
      ),
      { numRuns: 50 },
    )
  })
})
