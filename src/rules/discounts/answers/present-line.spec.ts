import { articleDiscount, assigned, discountFacts, evaluatedLine } from "../../__tests__/discounts"
import { evaluateDiscounts } from "../calculation/evaluate-discounts"
import { presentLine } from "./present-line"

describe("presentLine", () => {
  it("D22: shows what each discount takes off and why, with the line's own figures", () => {
    const [line] = evaluateDiscounts(discountFacts(assigned(articleDiscount()))).lines
    const { variantId, unitPrice, quantity, isTaxInclusive } = evaluatedLine()
    const shown = line && presentLine({ ...line, title: "Hosting", variantId, unitPrice, quantity, isTaxInclusive })
    expect(shown).toMatchObject({
      title: "Hosting",
      variant_id: "variant_1",
      unit_price: "100.00",
      price: "100.00",
      amount: "10.00",
      capped_by: null,
      discounts: [{ source: "article", discount_id: "disc_1", amount: "10.00", renewal_cycles: null }],
      trace: [{ discount_id: "disc_1", outcome: "applied", reason: null }],
    })
    expect(JSON.stringify(shown)).not.toMatch(/discountId|renewalCycles/)
  })
})
