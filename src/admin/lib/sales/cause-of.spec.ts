import en from "../../i18n/sales.en.json"
import fr from "../../i18n/sales.fr.json"
import { causeOf } from "./cause-of"

describe("H5: why something happened to a sale", () => {
  it("is said in words of each language, also where an admin has changed the order", () => {
    expect(Object.keys(fr.causes)).toEqual(Object.keys(en.causes))
    for (const reason of Object.keys(en.causes)) {
      expect(causeOf({ kind: "changed", reason })).toBe(reason)
    }
  })

  it("shows what people wrote as they wrote it", () => {
    for (const kind of ["held", "released", "stopped", "erased"] as const) {
      expect(causeOf({ kind, reason: "paid" })).toBeNull()
    }
    expect(causeOf({ kind: "erased", reason: "customer_erased" })).toBe("customer_erased")
    expect("customer_erased" in en.causes).toBe(true)
    expect(causeOf({ kind: "changed", reason: "By hand, in 2026" })).toBeNull()
    expect(causeOf({ kind: "sold", reason: null })).toBeNull()
  })
})
