import { matchLineRecords } from "./match-line-records"
import { LINE_KEY } from "./line-key"
import type { LineRecord } from "./line-record"

const record = (id: string, more: Partial<LineRecord> = {}): LineRecord => ({
  id,
  key: `key_${id}`,
  cartId: "cart",
  lineId: `cali_${id}`,
  room: "billing",
  kind: "product",
  parentId: null,
  groupKey: id,
  payload: {},
  productId: "prod",
  variantId: "variant",
  ...more,
})
const line = (id: string, key: string | null, variantId = "variant") => ({
  id,
  productId: "prod",
  variantId,
  metadata: key === null ? null : { [LINE_KEY]: key },
})
const matched = (...args: Parameters<typeof matchLineRecords>) =>
  Object.fromEntries([...matchLineRecords(...args)].map(([id, { id: found }]) => [id, found]))

describe("matchLineRecords", () => {
  it("B22: goes by the key first, in whatever order the lines come", () => {
    expect(matched([record("a"), record("b")], [line("1", "key_b"), line("2", "key_a")])).toEqual({ 1: "b", 2: "a" })
  })

  it("B22: believes no key of other goods, and gives a line without one what is left over", () => {
    const records = [record("a"), record("b", { variantId: "other" })]
    expect(matched(records, [line("1", "key_b"), line("2", null, "other")])).toEqual({ 1: "a", 2: "b" })
  })

  it("gives plain goods none", () => {
    expect(matched([record("a")], [line("1", null, "mug")])).toEqual({})
  })
})
