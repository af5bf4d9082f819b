import { idsOfRenewal, renewalIds, renewalLineId } from "./renewal-ids"

describe("renewalIds", () => {
  it("names all that a renewal makes from subscription and cycle alone", () => {
    expect(renewalIds("bsub_01A", 3)).toEqual({
      renewal: "bren_01A_3",
      order: "order_01A_3",
      paymentCollection: "pay_col_01A_3",
      transaction: "ordtrx_01A_3",
      invoice: "binv_01A_3",
    })
    expect(renewalLineId("bsi_01B", 3)).toBe("ordli_01B_3")
  })

  it("law: no two cycles of any subscriptions share an id, and a renewal's order is found by the renewal", () => {
    const all = ["bsub_A", "bsub_A_1", "bsub_B"].flatMap((id) => [0, 1, 2, 11].map((cycle) => renewalIds(id, cycle)))
    const withoutPrefix = new Set(all.map(({ order }) => order))
    // "A" in cycle 11 and "A_1" in cycle 1 would meet only if ids had underscores of their own, which generated ids have not.
    expect(withoutPrefix.size).toBe(all.length)
    for (const ids of all) {
      expect(idsOfRenewal(ids.renewal)).toEqual(ids)
    }
  })
})
