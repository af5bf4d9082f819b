import { NOTHING_SELECTED } from "../expansion/selection"
import { packagePayload, type PackageLine } from "../cart/package-line"
import { editIdOf, payloadInEdit, sectionOf, settledPayload, withEdit } from "./edited-payload"

const sold: PackageLine = { slot: "", book: {}, selection: NOTHING_SELECTED }
const edited: PackageLine = { ...sold, lists_contents: false }
const billing = { billing: { offer_id: "offer" } }
const payload = { ...packagePayload(sold), ...billing }

describe("what an edit makes of a payload", () => {
  const inEdit = withEdit(payload, "ordch_1", edited)

  it("is seen in that edit alone", () => {
    expect(editIdOf(inEdit)).toBe("ordch_1")
    expect(sectionOf(inEdit)).toEqual(sold)
    expect(payloadInEdit(inEdit, "ordch_1")).toEqual({ ...packagePayload(edited), ...billing })
    expect(payloadInEdit(inEdit, "ordch_2")).toEqual(payload)
  })

  it("counts once it is confirmed, and is forgotten where it is given up", () => {
    expect(settledPayload(inEdit, true)).toEqual({ ...packagePayload(edited), ...billing })
    expect(settledPayload(inEdit, false)).toEqual(payload)
    expect(settledPayload(payload, true)).toEqual(payload)
  })
})
