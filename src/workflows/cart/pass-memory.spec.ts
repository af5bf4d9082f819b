import type { ConcernedRooms } from "../../modules/core"
import type { CartChanges, CartLine, LineRecord } from "../../rules/cart"
import { cartLine } from "../../rules/__tests__/carts"
import { newMemory, PassMemory, takeMemory } from "./pass-memory"

const FACTS: ConcernedRooms = {
  ...{ records: [], productIds: ["prod_1"], rooms: new Set(["billing"]), email: null },
  owner: { accountId: null, buyer: null },
}

const RECORD: LineRecord = {
  ...{ id: "slin_1", key: "key", cartId: "cart_1", lineId: "line_1", room: "billing", kind: "fee" },
  ...{ parentId: null, groupKey: "slin_1", payload: {}, productId: null, variantId: null },
}

const changesOf = (create: CartLine[], records: LineRecord[]): CartChanges => ({
  lines: { create, update: [], delete: [] },
  records: { create: records, update: [], delete: [] },
  adjustments: { add: [], remove: [] },
})

describe("what the passes of one refresh share", () => {
  it("is found by the request and the cart, once", () => {
    const memory = newMemory("request", "cart_1")
    expect(takeMemory("request", "cart_2")).not.toBe(memory)
    expect(takeMemory("other", "cart_1")).not.toBe(memory)
    expect(takeMemory("request", "cart_1")).toBe(memory)
    expect(takeMemory("request", "cart_1")).not.toBe(memory)
  })

  it("is that of the last lines pass; without a request there is none to share", () => {
    newMemory("request", "cart_1")
    const second = newMemory("request", "cart_1")
    expect(takeMemory("request", "cart_1")).toBe(second)
    const alone = newMemory(undefined, "cart_1")
    expect(takeMemory(undefined, "cart_1")).not.toBe(alone)
  })

  it("forgets the oldest where many never come to their end", () => {
    const first = newMemory("request 0", "cart_1")
    for (let index = 1; index <= 200; index++) {
      newMemory(`request ${index}`, "cart_1")
    }
    expect(takeMemory("request 0", "cart_1")).not.toBe(first)
  })

  it("answers for the rooms that were asked alone", () => {
    const memory = new PassMemory()
    expect(memory.factsFor(new Set())).toBeNull()
    memory.keepFacts(FACTS, new Set(["billing", "packages"]))
    expect(memory.factsFor(new Set(["billing"]))).toBe(FACTS)
    expect(memory.factsFor(new Set(["billing", "discounts"]))).toBeNull()
  })

  it("has the records that a pass leaves, and asks anew where it has brought another product", () => {
    const memory = new PassMemory()
    memory.keepFacts(FACTS, new Set(["billing"]))
    const fee = { ...cartLine("line_1"), productId: null }
    memory.changeFacts(changesOf([fee], [RECORD]))
    expect(memory.factsFor(new Set(["billing"]))?.records).toEqual([RECORD])
    memory.changeFacts(changesOf([{ ...fee, productId: "prod_1" }], []))
    expect(memory.factsFor(new Set(["billing"]))?.records).toEqual([RECORD])
    memory.changeFacts(changesOf([{ ...fee, productId: "prod_2" }], []))
    expect(memory.factsFor(new Set(["billing"]))).toBeNull()
  })

  it("reads once under one name, also at the same time", async () => {
    const memory = new PassMemory()
    let asked = 0
    const read = async () => ++asked
    expect(await Promise.all([memory.once("a", read), memory.once("a", read)])).toEqual([1, 1])
    expect([await memory.once("a", read), await memory.once("b", read)]).toEqual([1, 2])
  })
})
