import fc from "fast-check"
import { amounts, LAW } from "../../__tests__/arbitraries"
import {
  articleDiscount,
  assignment,
  discountFacts,
  discountSettings,
  evaluatedLine,
  orderDiscount,
  rule,
} from "../../__tests__/discounts"
import { evaluateDiscounts } from "../calculation/evaluate-discounts"
import type { DiscountAnswer, DiscountFacts } from "../types"
import { discountsOnRenewal } from "./discounts-on-renewal"
import { recurringDiscounts } from "./recurring-discount"

const on = (targetId: string, value: string, mode: "percent" | "fixed" = "percent") => ({
  discount: articleDiscount({
    id: `${targetId} ${value}`,
    renewals: "forever",
    rules: [rule({ mode, value, ...(mode === "fixed" ? { currencyCode: "eur" } : {}) })],
  }),
  assignment: assignment({ discountId: `${targetId} ${value}`, level: "product", targetId }),
})

const part = (id: string, unitPrice: string, changes = {}) =>
  evaluatedLine({ id, variantId: `v_${id}`, productId: `p_${id}`, unitPrice, bundleId: "pack", ...changes })

const packOf = (
  lines: DiscountFacts["lines"],
  given: ReturnType<typeof on>[],
  changes: Partial<DiscountFacts> = {},
): DiscountFacts =>
  discountFacts({
    lines: [
      evaluatedLine({ id: "pack", kind: "bundle", variantId: "v_pack", productId: "p_pack", unitPrice: "0" }),
      ...lines,
    ],
    discounts: given.map(({ discount }) => discount),
    assignments: given.map((one) => one.assignment),
    ...changes,
  })

/** What a subscription of the whole order is discounted by in a later cycle, by line. */
const renewed = (facts: DiscountFacts, { lines }: DiscountAnswer): [string, number][] =>
  discountsOnRenewal({
    lines: facts.lines.map((line, index) => ({
      id: line.id,
      unitPrice: line.unitPrice,
      quantity: line.quantity,
      articleKey: line.variantId ?? line.id,
      granted: recurringDiscounts(lines[index] ?? { ...nothing, id: line.id }, {
        orderDiscountBase: facts.settings.orderDiscountBase,
        isOnTrial: false,
      }),
    })),
    cycle: 1,
    currencyCode: facts.currencyCode,
    orderDiscountBase: "price",
  }).map(({ id, amount }) => [id, Number(amount)])
const nothing = { price: "0", amount: "0", discounts: [], trace: [], cappedBy: null }

const sold = ({ lines }: DiscountAnswer): [string, number][] => lines.map(({ id, amount }) => [id, Number(amount)])

describe("a package's percentage on renewals (P9, B28)", () => {
  it("is counted on what the contents' own discounts leave, as in the first order", () => {
    const facts = packOf([part("a", "40"), part("b", "10")], [on("p_pack", "10"), on("p_a", "5", "fixed")])
    const answer = evaluateDiscounts(facts)
    expect(sold(answer)).toEqual([
      ["pack", 0],
      ["a", 8.5],
      ["b", 1],
    ])
    expect(renewed(facts, answer)).toEqual(sold(answer))
  })

  it("is rounded once: a content whose share rounds to nothing still counts in the sum", () => {
    const facts = packOf([part("a", "0.04"), part("b", "0.04"), part("c", "0.04")], [on("p_pack", "10")])
    const answer = evaluateDiscounts(facts)
    expect(sold(answer).map(([, amount]) => amount)).toEqual([0, 0.01, 0, 0])
    expect(renewed(facts, answer)).toEqual(sold(answer))
  })

  it("law: a renewal takes off each line what the first order took", () => {
    const percent = fc.constantFrom("3.3333", "10", "15", "33.3333", "70")
    const maybe = fc.option(percent, { nil: null })
    fc.assert(
      fc.property(
        fc.record({
          parts: fc.array(
            fc.record({
              price: amounts({ min: 100, max: 100_000, digits: 2 }),
              quantity: fc.integer({ min: 1, max: 4 }),
            }),
            {
              minLength: 1,
              maxLength: 6,
            },
          ),
          whole: percent,
          own: maybe,
          personal: maybe,
          order: maybe,
          base: fc.constantFrom("price" as const, "remaining" as const),
          cap: fc.option(fc.constant("50"), { nil: null }),
        }),
        ({ parts, whole, own, personal, order, base, cap }) => {
          const lines = parts.map(({ price, quantity }, index) =>
            part(`c${index}`, price, { quantity, isEligible: true }),
          )
          const given = [on("p_pack", whole), ...(own === null ? [] : [on("p_c0", own)])]
          const facts = packOf(lines, given, {
            channel: "quick_order",
            personalPercent: personal,
            orderDiscounts:
              order === null
                ? []
                : [
                    orderDiscount({
                      renewals: "forever",
                      ranges: [{ currencyCode: "eur", min: null, max: null, percent: order }],
                    }),
                  ],
            settings: discountSettings({ orderDiscountBase: base, maxDiscountPercent: cap }),
          })
          const answer = evaluateDiscounts(facts)
          expect(renewed(facts, answer)).toEqual(sold(answer))
        },
      ),
      LAW,
    )
  })
})
