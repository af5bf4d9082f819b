import fc from "fast-check"
import { waitingLineId, type LineRecord } from "./line-record"
import { recordChanges, recordsAfter } from "./record-changes"

const record = (id: string, kind: string, lineId = `line ${id}`): LineRecord => ({
  ...{ id, key: `key ${id}`, cartId: "cart_1", lineId, room: "billing", kind },
  ...{ parentId: null, groupKey: id, payload: {}, productId: null, variantId: null },
})

const records = fc.uniqueArray(
  fc.record({ id: fc.constantFrom("a", "b", "c", "d"), kind: fc.constantFrom("x", "y") }),
  {
    selector: ({ id }) => id,
  },
)

const sorted = (list: readonly LineRecord[]) => [...list].sort((one, other) => (one.id < other.id ? -1 : 1))

describe("the records after their changes", () => {
  it("are the planned ones, and those that wait for lines of a request under way", () => {
    fc.assert(
      fc.property(records, records, (before, after) => {
        const waiting = record("w", "x", waitingLineId("key w"))
        const current = [...before.map(({ id, kind }) => record(id, kind)), waiting]
        const wanted = after.map(({ id, kind }) => record(id, kind))
        expect(sorted(recordsAfter(current, recordChanges(current, wanted)))).toEqual(sorted([...wanted, waiting]))
      }),
    )
  })
})
