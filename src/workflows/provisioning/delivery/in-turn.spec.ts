import { setImmediate as nextTurn } from "node:timers/promises"
import { inTurn } from "./in-turn"

describe("work in turn", () => {
  it("is done once for all who ask while it is done, after it, and never twice at once", async () => {
    const begun: number[] = []
    let underWay = 0
    const deliver = inTurn(async (who: number) => {
      underWay += 1
      expect(underWay).toBe(1)
      begun.push(who)
      await nextTurn()
      underWay -= 1
      return begun.length
    })
    const first = deliver(0)
    const others = Array.from({ length: 50 }, (_, index) => deliver(index + 1))
    expect(await first).toBe(1)
    expect(new Set(await Promise.all(others))).toEqual(new Set([2]))
    expect(begun).toEqual([0, 1])
    expect(await deliver(99)).toBe(3)
  })

  it("fails for those alone whose work it was", async () => {
    const deliver = inTurn(async (fails: boolean) => {
      await nextTurn()
      if (fails) {
        throw new Error("no database")
      }
      return "delivered"
    })
    const [first, second] = await Promise.allSettled([deliver(true), deliver(false)])
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"])
    expect(await deliver(false)).toBe("delivered")
  })
})
