import type { LineRecord } from "../../cart"
import { bookOf, entry, recipe } from "../../__tests__/packages"
import { packagePayload, type PackageLine } from "../cart/package-line"
import { NOTHING_SELECTED } from "../expansion/selection"
import { documentContents } from "./document-contents"

const record = (id: string, parentId: string | null, payload: LineRecord["payload"]): LineRecord => ({
  id,
  key: `key_${id}`,
  cartId: "cart",
  lineId: `cali_${id}`,
  room: "packages",
  kind: parentId === null ? "package" : "content",
  parentId,
  groupKey: id,
  payload,
  productId: "pp",
  variantId: "vp",
})

const content = (slot: string, position: number, isHidden = false) =>
  packagePayload({
    slot,
    product_id: "pa",
    variant_id: "va",
    quantity: 1,
    is_hidden: isHidden,
    reason: "own_price",
    units: null,
    period: null,
    position,
  })

const orderOf = (own: Partial<PackageLine> = {}, listsContents = true) => {
  const book = bookOf({ ...recipe("pp", "contents_all", [entry("va")]), listsContents })
  return new Map([
    ["line_root", record("root", null, packagePayload({ slot: "", book, selection: NOTHING_SELECTED, ...own }))],
    ["line_a", record("a", "root", content("a", 0))],
    ["line_b", record("b", "root", content("b", 1, true))],
    ["line_mug", record("mug", null, {})],
  ])
}
const hiddenOf = (...args: Parameters<typeof orderOf>) =>
  Object.fromEntries([...documentContents(orderOf(...args))].map(([id, { isHidden }]) => [id, isHidden]))

describe("documentContents", () => {
  it("P3: contents name their package's line and their place; what is hidden is not listed", () => {
    const of = { packageLineId: "line_root", packageRecordId: "root", productId: "pa", variantId: "va" }
    const shown = { isListed: true, isRenewed: true }
    expect(documentContents(orderOf())).toEqual(
      new Map([
        ["line_a", { ...of, ...shown, recordId: "a", isHidden: false, isUnseen: false, position: 0 }],
        ["line_b", { ...of, ...shown, recordId: "b", isHidden: true, isUnseen: true, position: 1 }],
      ]),
    )
  })

  it("P11: a percentage of the order is counted in that order alone, and renews with no package", () => {
    const order = orderOf()
    const percent = content("c", 2)
    const section = { ...(percent.packages as object), reason: "percentage" }
    order.set("line_c", record("c", "root", { packages: section }))
    expect(documentContents(order).get("line_c")?.isRenewed).toBe(false)
  })

  it("P3: the title alone, by the recipe, or as its order says; what is hidden in itself stays told apart", () => {
    const unseen = [...documentContents(orderOf({}, false)).values()].map(({ isUnseen }) => isUnseen)
    expect(unseen).toEqual([false, true])
    expect(hiddenOf({}, false)).toEqual({ line_a: true, line_b: true })
    expect(hiddenOf({ lists_contents: false })).toEqual({ line_a: true, line_b: true })
    expect(hiddenOf({ lists_contents: true }, false)).toEqual({ line_a: false, line_b: true })
  })
})
