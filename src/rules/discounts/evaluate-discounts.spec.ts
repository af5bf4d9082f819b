import {
  articleDiscount,
  assigned,
  assignment,
  discountFacts,
  discountSettings,
  orderDiscount,
  rule,
  saleLine,
} from "../__tests__/discounts"
import { compare, quotient, subtract, sum } from "../money"
import { evaluateDiscounts, type DiscountFacts, type DiscountType, type LookedAt, type SaleLine } from "."

const evaluate = (changes: Partial<DiscountFacts>) => evaluateDiscounts(discountFacts(changes))
const amountsOf = (changes: Partial<DiscountFacts>) => evaluate(changes).lines.map(({ amount }) => amount)
const traceOf = (changes: Partial<DiscountFacts>, place = 0): LookedAt[] => evaluate(changes).lines[place]?.trace ?? []
const reasonsOf = (changes: Partial<DiscountFacts>) =>
  traceOf(changes).map(({ discountId, outcome, because }) => `${discountId}: ${because ?? outcome}`)
const partsOf = (changes: Partial<DiscountFacts>) =>
  evaluate(changes).lines.map(({ discounts }) => discounts.map(({ discountId, amount }) => `${discountId} ${amount}`))

/** A percentage off for everyone, whatever the quantity. */
const percent = (id: string, value: string, type: DiscountType = "cumulative") =>
  articleDiscount({ id, type, rules: [rule({ value })] })
const fixed = (value: string, changes: Parameters<typeof rule>[0] = {}) =>
  articleDiscount({ rules: [rule({ mode: "fixed", value, currencyCode: "eur", ...changes })] })
/** Each of its own product and variant. */
const articles = (...lines: Partial<SaleLine>[]): SaleLine[] =>
  lines.map((line, index) => saleLine({ id: `${index}`, variantId: `v${index}`, productId: `p${index}`, ...line }))
const range = (min: string | null, max: string | null, value: string) => ({
  currencyCode: "eur",
  min,
  max,
  percent: value,
})
const eligible = saleLine({ isEligible: true })

describe("order discounts", () => {
  it("D1: the value is the net total of all articles, eligible or not, before any discount; D3: eligible ones get it", () => {
    const lines = articles({ unitPrice: "100.00" }, { unitPrice: "50.00", quantity: 2, isEligible: true })
    const orderDiscounts = [orderDiscount({ ranges: [range("200.00", null, "10")] })]
    const answer = evaluate({
      lines,
      orderDiscounts,
      discounts: [percent("d", "50")],
      assignments: [assignment({ discountId: "d", targetId: "p1" })],
    })
    expect(answer.orderValue).toBe("200.00")
    expect(answer.lines.map(({ amount }) => amount)).toEqual(["0.00", "60.00"])
    expect(answer.lines[0]?.trace.map(({ because }) => because)).toEqual(["not_eligible"])
  })

  it("D1: tax is taken out of a price that has it, summed exactly and rounded once", () => {
    const inclusive = { isTaxInclusive: true, taxRate: "9.2", unitPrice: "109.20" }
    expect(evaluate({ lines: articles(inclusive, { unitPrice: "0.50" }) }).orderValue).toBe("100.50")
    const third = { isTaxInclusive: true, taxRate: "200", unitPrice: "0.01" }
    // Three times a third of a cent is one cent, and half a cent more rounds up.
    expect(evaluate({ lines: articles(third, third, third, { unitPrice: "0.005" }) }).orderValue).toBe("0.02")
    expect(
      evaluate({
        lines: articles({ ...third, unitPrice: "0.02" }, { ...third, taxRate: "50", unitPrice: "0.005" }),
      }).orderValue,
    ).toBe("0.01")
  })

  it("D1: set-up fees and lines that are taken whole by other means are not in the value", () => {
    const lines = articles(
      { unitPrice: "10.00" },
      { kind: "companion", unitPrice: "99.00" },
      { unitPrice: "50.00", taken: "50.00" },
      { unitPrice: "50.00", taken: "20.00" },
    )
    expect(evaluate({ lines }).orderValue).toBe("60.00")
  })

  it.each([
    ["99.99", "0.00", "no_range"],
    ["100.00", "5.00", null],
    ["249.00", "12.45", null],
    ["249.01", "0.00", "no_range"],
    ["249.99", "0.00", "no_range"],
    ["250.00", "25.00", null],
    ["9999999.00", "999999.90", null],
  ])("D2: bounds are inclusive, a gap gives nothing, an end may be open: %s gives %s", (unitPrice, amount, because) => {
    const orderDiscounts = [orderDiscount({ ranges: [range("100.00", "249.00", "5"), range("250.00", null, "10")] })]
    const facts = { lines: [{ ...eligible, unitPrice }], orderDiscounts }
    expect(amountsOf(facts)).toEqual([amount])
    expect(traceOf(facts)[0]).toMatchObject({ because, measured: { trigger: "amount", value: unitPrice } })
  })

  it("D4: the first set by position whose group, period, currency and range match applies, alone", () => {
    const over = { isLimited: true, startsOn: null, endsOn: "2026-06-14" }
    const sets = [
      orderDiscount({ id: "f", position: 9 }),
      orderDiscount({ id: "a", position: 1, groups: ["b2b"] }),
      orderDiscount({ id: "b", position: 2, period: over }),
      orderDiscount({ id: "c", position: 3, ranges: [{ ...range(null, null, "9"), currencyCode: "chf" }] }),
      orderDiscount({ id: "d", position: 4, ranges: [range("100.01", null, "9")] }),
      orderDiscount({ id: "e", position: 5, ranges: [range(null, null, "7")] }),
    ]
    const facts = { lines: [eligible], orderDiscounts: sets }
    expect(amountsOf(facts)).toEqual(["7.00"])
    expect(reasonsOf(facts)).toEqual([
      "a: group",
      "b: over",
      "c: currency",
      "d: no_range",
      "e: applied",
      "f: earlier_goes_first",
    ])
  })

  it("D10: goes on working where article discounts are switched off; D11: and on special prices", () => {
    const both = { ...assigned(percent("d", "50")), orderDiscounts: [orderDiscount()] }
    const off = { ...both, lines: [eligible], settings: discountSettings({ isAdvanced: false }) }
    expect(reasonsOf(off)).toEqual(["d: advanced_off", "dord_1: applied"])
    const special = { ...both, lines: [{ ...eligible, hasSpecialPrice: true }] }
    expect(reasonsOf(special)).toEqual(["d: special_price", "dord_1: applied"])
    expect(amountsOf({ ...special, settings: discountSettings({ onSpecialPrices: true }) })).toEqual(["60.00"])
  })
})

describe("an article's list", () => {
  it("D12: variant, product, collection, category, each by position and then by id; each discount at its first place", () => {
    const line = saleLine({ collectionId: "col", categoryIds: ["cat1", "cat2"] })
    const at = (discountId: string, level: "variant" | "product" | "collection" | "category", targetId: string) =>
      assignment({ discountId, level, targetId })
    const list = traceOf({
      lines: [line],
      discounts: ["a", "b", "c", "d", "e", "f"].map((id) => percent(id, "1")),
      assignments: [
        { ...at("a", "category", "cat1"), position: 7 },
        { ...at("b", "category", "cat2"), position: 3 },
        at("c", "collection", "col"),
        { ...at("f", "product", "prod_1"), position: 2 },
        { ...at("e", "product", "prod_1"), position: 2 },
        at("d", "variant", "variant_1"),
        at("d", "product", "prod_1"),
        at("c", "category", "cat1"),
        at("gone", "product", "prod_1"),
        at("a", "product", "another"),
      ],
    })
    expect(list.map(({ discountId, level }) => `${level} ${discountId}`)).toEqual([
      "variant d",
      "product e",
      "product f",
      "collection c",
      "category b",
      "category a",
    ])
  })

  it.each([
    ["2026-03-28", "not_yet"],
    ["2026-03-29", null],
    ["2026-03-30", null],
    ["2026-03-31", "over"],
  ])("D12: the first and the last day are in the period: on %s %s", (asOf, because) => {
    const period = { isLimited: true, startsOn: "2026-03-29", endsOn: "2026-03-30" }
    const facts = { asOf, discounts: [articleDiscount()], assignments: [assignment({ period })] }
    expect(traceOf(facts)[0]?.because).toBe(because)
  })

  it("D12: a day that is missing is open, and days count only where the duration is limited", () => {
    const on = (period: { isLimited: boolean; startsOn: string | null; endsOn: string | null }) =>
      amountsOf({ discounts: [articleDiscount()], assignments: [assignment({ period })] })[0]
    expect(on({ isLimited: true, startsOn: null, endsOn: "2026-06-15" })).toBe("10.00")
    expect(on({ isLimited: true, startsOn: "2026-06-15", endsOn: null })).toBe("10.00")
    expect(on({ isLimited: true, startsOn: null, endsOn: null })).toBe("10.00")
    expect(on({ isLimited: false, startsOn: "2030-01-01", endsOn: "2030-01-02" })).toBe("10.00")
  })
})

describe("rules", () => {
  const tiers = articleDiscount({
    rules: [rule({ min: "5", max: "9", value: "10" }), rule({ min: "10", value: "20" })],
  })

  it("D13: bounds are inclusive, and a quantity outside of all of them gives nothing", () => {
    const at = (quantity: number) => amountsOf({ ...assigned(tiers), lines: [saleLine({ quantity })] })[0]
    expect([4, 5, 9, 10, 999].map(at)).toEqual(["0.00", "50.00", "90.00", "200.00", "19980.00"])
    expect(traceOf({ ...assigned(tiers), lines: [saleLine({ quantity: 4 })] })[0]).toMatchObject({
      because: "no_rule",
      measured: { trigger: "quantity", value: "4" },
      matched: null,
    })
  })

  it("D13: the article's total counts over all its lines: of the product, or of the variant it is assigned to", () => {
    const lines = [
      saleLine({ id: "1", variantId: "v1", quantity: 3 }),
      saleLine({ id: "2", variantId: "v2", quantity: 1, unitPrice: "10.00" }),
      saleLine({ id: "3", variantId: "v1", quantity: 1 }),
      saleLine({ id: "4", variantId: "v9", productId: "p9", quantity: 50 }),
    ]
    expect(amountsOf({ ...assigned(tiers), lines })).toEqual(["30.00", "1.00", "10.00", "0.00"])
    const byVariant = [assignment({ level: "variant", targetId: "v1" })]
    expect(amountsOf({ discounts: [tiers], assignments: byVariant, lines })).toEqual(["0.00", "0.00", "0.00", "0.00"])
    const byCategory = [assignment({ level: "category", targetId: "c" })]
    const inCategory = lines.map((line) => ({ ...line, categoryIds: ["c"] }))
    expect(amountsOf({ discounts: [tiers], assignments: byCategory, lines: inCategory })).toEqual([
      "30.00",
      "1.00",
      "10.00",
      "1000.00",
    ])
  })

  it("D13: set-up fees do not count, nor does what is on trial", () => {
    const lines = [
      saleLine({ id: "1", quantity: 4 }),
      saleLine({ id: "2", kind: "companion" }),
      saleLine({ id: "3", quantity: 9, taken: "900" }),
    ]
    expect(amountsOf({ ...assigned(tiers), lines })).toEqual(["0.00", "0.00", "0.00"])
    const [, companion, trial] = evaluate({ ...assigned(percent("d", "10")), lines }).lines
    expect(companion).toEqual({ id: "2", price: "100.00", amount: "0.00", discounts: [], trace: [], cappedBy: null })
    expect(trial).toMatchObject({ amount: "0.00", discounts: [], trace: [{ because: "nothing_left" }] })
  })

  it("D13: the first rule in the list that matches counts, also where a later one gives more", () => {
    const overlapping = articleDiscount({ rules: [rule({ id: "r1", value: "5" }), rule({ id: "r2", value: "50" })] })
    expect(amountsOf(assigned(overlapping))).toEqual(["5.00"])
  })

  it("D13, D15: an amount is the article's own, with tax where the price has it", () => {
    const atLeast = (min: string) =>
      articleDiscount({ rules: [rule({ trigger: "amount", min, currencyCode: "EUR", value: "10" })] })
    const inclusive = saleLine({ unitPrice: "54.60", quantity: 2, isTaxInclusive: true, taxRate: "9.2" })
    expect(amountsOf({ ...assigned(atLeast("109.20")), lines: [inclusive] })).toEqual(["10.92"])
    expect(amountsOf({ ...assigned(atLeast("109.21")), lines: [inclusive] })).toEqual(["0.00"])
    const mixed = [
      { ...inclusive, id: "1", quantity: 1 },
      saleLine({ id: "2", variantId: "v2", unitPrice: "50.00", taxRate: "9.2" }),
    ]
    expect(traceOf({ ...assigned(atLeast("1")), lines: mixed }).map(({ measured }) => measured?.value)).toEqual([
      "109.20",
    ])
    expect(traceOf({ ...assigned(atLeast("1")), lines: mixed }, 1).map(({ measured }) => measured?.value)).toEqual([
      "100.00",
    ])
  })

  it("D15: 109.20 with 9.2 % in it, less 10.92 with tax, is 98.28 with tax and 90.00 without", () => {
    const line = saleLine({ unitPrice: "109.20", isTaxInclusive: true, taxRate: "9.2" })
    const [answer] = evaluate({ ...assigned(fixed("10.92")), lines: [line] }).lines
    const left = subtract(answer?.price ?? "0", answer?.amount ?? "0")
    expect(left).toBe("98.28")
    expect(quotient(left, "1.092")).toBe("90")
  })

  it("D14: a fixed value is per unit; or once for the article, over its lines by largest remainder", () => {
    expect(amountsOf({ ...assigned(fixed("1.50")), lines: [saleLine({ quantity: 3 })] })).toEqual(["4.50"])
    const once = assigned(fixed("10.00", { per: "article" }))
    expect(amountsOf({ ...once, lines: [saleLine({ quantity: 3 })] })).toEqual(["10.00"])
    const three = ["a", "b", "c"].map((id) => saleLine({ id, variantId: id }))
    expect(amountsOf({ ...once, lines: three })).toEqual(["3.34", "3.33", "3.33"])
    const same = ["a", "b", "c"].map((id) => saleLine({ id }))
    expect(amountsOf({ ...once, lines: same })).toEqual(["3.34", "3.33", "3.33"])
    const unequal = [
      saleLine({ id: "a", variantId: "a", unitPrice: "75.00" }),
      saleLine({ id: "b", variantId: "b", unitPrice: "25.00" }),
    ]
    expect(amountsOf({ ...once, lines: unequal })).toEqual(["7.50", "2.50"])
  })

  it("D14: what counts once is spread over the lines that can take it", () => {
    const once = assigned(fixed("10.00", { per: "article" }))
    const lines = [
      saleLine({ id: "a", variantId: "a" }),
      saleLine({ id: "b", variantId: "b", isDiscountable: false }),
      saleLine({ id: "c", variantId: "c", hasSpecialPrice: true }),
      saleLine({ id: "d", variantId: "d", taken: "100.00" }),
    ]
    expect(amountsOf({ ...once, lines })).toEqual(["10.00", "0.00", "0.00", "0.00"])
  })

  it("D14: a fixed value and an amount hold in their own currency; a percentage of a quantity in each", () => {
    expect(reasonsOf({ ...assigned(fixed("5", { currencyCode: "chf" })) })).toEqual(["disc_1: currency"])
    expect(reasonsOf({ ...assigned(fixed("5", { currencyCode: null })) })).toEqual(["disc_1: currency"])
    const both = articleDiscount({
      rules: [
        rule({ mode: "fixed", value: "5", currencyCode: "chf" }),
        rule({ mode: "fixed", value: "4", currencyCode: "eur" }),
      ],
    })
    expect(amountsOf(assigned(both))).toEqual(["4.00"])
    expect(amountsOf({ ...assigned(both), currencyCode: "CHF" })).toEqual(["5.00"])
    expect(reasonsOf(assigned(articleDiscount({ rules: [] })))).toEqual(["disc_1: no_rule"])
  })

  it("knows currencies of no digits, and of three", () => {
    const at = (currencyCode: string, unitPrice: string) =>
      amountsOf({ ...assigned(percent("d", "15")), currencyCode, lines: [saleLine({ unitPrice })] })[0]
    expect(at("jpy", "1990")).toBe("299")
    expect(at("jpy", "1999")).toBe("300")
    expect(at("kwd", "1.999")).toBe("0.300")
    expect(at("kwd", "1.99")).toBe("0.299")
  })
})

describe("who and how", () => {
  it("D10: one that is not active gives nothing", () => {
    expect(reasonsOf(assigned(articleDiscount({ isActive: false })))).toEqual(["disc_1: inactive"])
  })

  it("D16: it is for its groups: everyone is one that exists, and no group is no one", () => {
    const of = (groups: string[], visitor: string[]) =>
      reasonsOf({ ...assigned(articleDiscount({ groups })), groups: visitor })[0]
    expect(of(["b2b"], ["vip", "b2b"])).toBe("disc_1: applied")
    expect(of(["b2b"], ["vip"])).toBe("disc_1: group")
    expect(of(["everyone"], [])).toBe("disc_1: applied")
    expect(of([], ["b2b", "everyone"])).toBe("disc_1: group")
  })

  it("D17: the first exclusive one alone, by position; its reason stands with the others", () => {
    const all = assigned(
      percent("c1", "50"),
      percent("n1", "60", "non_cumulative"),
      percent("e1", "5", "exclusive"),
      percent("e2", "40", "exclusive"),
    )
    expect(amountsOf(all)).toEqual(["5.00"])
    expect(reasonsOf(all)).toEqual([
      "c1: exclusive_goes_first",
      "n1: exclusive_goes_first",
      "e1: applied",
      "e2: earlier_goes_first",
    ])
  })

  it("D17: else all cumulative ones, added: 10 % and 20 % are 30 %, not 28 %", () => {
    const all = assigned(percent("n1", "60", "non_cumulative"), percent("c1", "10"), percent("c2", "20"))
    expect(partsOf(all)).toEqual([["c1 10.00", "c2 20.00"]])
    expect(reasonsOf(all)).toEqual(["n1: cumulative_goes_first", "c1: applied", "c2: applied"])
  })

  it("D17: else the first non-cumulative one; only what is applicable counts", () => {
    const all = assigned(
      articleDiscount({ id: "e1", type: "exclusive", groups: ["b2b"] }),
      articleDiscount({ id: "c1", type: "cumulative", rules: [rule({ min: "2" })] }),
      percent("n1", "5", "non_cumulative"),
      percent("n2", "50", "non_cumulative"),
    )
    expect(amountsOf(all)).toEqual(["5.00"])
    expect(reasonsOf(all)).toEqual(["e1: group", "c1: no_rule", "n1: applied", "n2: earlier_goes_first"])
  })

  it("D18: article and order discount are added, both on the price; or the order discount on what is left", () => {
    const both = { ...assigned(percent("a", "20")), lines: [eligible], orderDiscounts: [orderDiscount()] }
    expect(partsOf(both)).toEqual([["a 20.00", "dord_1 10.00"]])
    const settings = discountSettings({ orderDiscountBase: "remaining" })
    expect(partsOf({ ...both, settings })).toEqual([["a 20.00", "dord_1 8.00"]])
  })

  it("D18: never more than the line's price: the parts share what there is by their weights", () => {
    const both = { ...assigned(percent("a", "80"), percent("b", "40")), lines: [saleLine({ unitPrice: "10.00" })] }
    expect(evaluate(both).lines[0]).toMatchObject({ amount: "10.00", cappedBy: "price" })
    expect(partsOf(both)).toEqual([["a 6.67", "b 3.33"]])
    expect(amountsOf({ ...assigned(fixed("25.00")), lines: [saleLine({ unitPrice: "10.00", quantity: 2 })] })).toEqual([
      "20.00",
    ])
  })

  it("D18: what is taken by other means is not there to be taken again", () => {
    const lines = [saleLine({ taken: "95.00" })]
    expect(evaluate({ ...assigned(percent("a", "10")), lines }).lines[0]).toMatchObject({
      amount: "5.00",
      cappedBy: "price",
    })
  })

  it("Medusa's own flag: what is not discountable takes nothing whatever, but counts", () => {
    const line = saleLine({ isDiscountable: false, isEligible: true })
    const facts: Partial<DiscountFacts> = {
      ...assigned(percent("a", "10")),
      lines: [line],
      orderDiscounts: [orderDiscount()],
      personalPercent: "10",
      channel: "quick_order",
    }
    expect(traceOf(facts).map(({ because }) => because)).toEqual([
      "not_discountable",
      "not_discountable",
      "not_discountable",
    ])
    expect(evaluate(facts)).toMatchObject({ orderValue: "100.00", used: [] })
  })
})

describe("limits", () => {
  const unused = { limit: null, used: 0, limitPerCustomer: null, usedByCustomer: 0 }

  it("D24: used up, in all or by the customer, it gives nothing, and the next in line goes first", () => {
    const of = (usage: Partial<typeof unused> | object) =>
      reasonsOf(
        assigned(
          articleDiscount({ id: "a", usage: { ...unused, ...usage } }),
          articleDiscount({ id: "b", type: "non_cumulative" }),
        ),
      )
    expect(of({ limit: 5, used: 4 })).toEqual(["a: applied", "b: earlier_goes_first"])
    expect(of({ limit: 5, used: 5 })).toEqual(["a: used_up", "b: applied"])
    expect(of({ limitPerCustomer: 1, usedByCustomer: 1 })).toEqual(["a: used_up_by_customer", "b: applied"])
    const sets = [orderDiscount({ id: "x", usage: { ...unused, limit: 1, used: 1 } }), orderDiscount({ id: "y" })]
    expect(reasonsOf({ lines: [eligible], orderDiscounts: sets })).toEqual(["x: used_up", "y: applied"])
  })

  it("D24: an order is one use of each discount that takes something off", () => {
    const lines = articles({ isEligible: true }, {}, {})
    const answer = evaluate({
      lines,
      orderDiscounts: [orderDiscount()],
      discounts: [percent("b", "5"), percent("a", "5"), percent("z", "0"), percent("n", "5")],
      assignments: lines.flatMap(({ productId }) =>
        ["a", "b", "z"].map((discountId) => assignment({ discountId, targetId: productId ?? "" })),
      ),
    })
    expect(answer.used).toEqual(["a", "b", "dord_1"])
  })

  it("D24: no more than the store's most, in whole units of the currency", () => {
    const settings = discountSettings({ maxDiscountPercent: "30" })
    const of = (unitPrice: string) =>
      evaluate({ ...assigned(percent("a", "50")), settings, lines: [saleLine({ unitPrice })] }).lines[0]
    expect(of("100.00")).toMatchObject({ amount: "30.00", cappedBy: "max_discount" })
    // 0.345 would round to more than 30 %.
    expect(of("1.15")).toMatchObject({ amount: "0.34", cappedBy: "max_discount" })
    expect(evaluate({ ...assigned(percent("a", "30")), settings }).lines[0]).toMatchObject({ cappedBy: null })
  })

  it("D24: the minimum margin stays: a share of what is paid, without tax, where the cost is known", () => {
    const settings = discountSettings({ minMarginPercent: "20" })
    const of = (line: Partial<SaleLine>) =>
      evaluate({ ...assigned(percent("a", "50")), settings, lines: [saleLine(line)] }).lines[0]
    // 60 of 75 leaves 15, a fifth of it.
    expect(of({ unitCost: "60.00" })).toMatchObject({ amount: "25.00", cappedBy: "min_margin" })
    expect(of({ unitCost: "60.00", quantity: 3 })).toMatchObject({ amount: "75.00", cappedBy: "min_margin" })
    expect(of({ unitCost: "60.00", unitPrice: "109.20", isTaxInclusive: true, taxRate: "9.2" })).toMatchObject({
      amount: "27.30",
      cappedBy: "min_margin",
    })
    expect(of({ unitCost: null })).toMatchObject({ amount: "50.00", cappedBy: null })
    expect(of({ unitCost: "90.00" })).toMatchObject({
      amount: "0.00",
      discounts: [],
      cappedBy: "min_margin",
      trace: [{ because: "nothing_left" }],
    })
    const all = discountSettings({ minMarginPercent: "100" })
    expect(amountsOf({ ...assigned(percent("a", "50")), settings: all, lines: [saleLine({ unitCost: "1" })] })).toEqual(
      ["0.00"],
    )
  })
})

describe("the personal percentage", () => {
  const three: Partial<DiscountFacts> = {
    ...assigned(percent("a", "20")),
    lines: [eligible],
    orderDiscounts: [orderDiscount({ ranges: [range(null, null, "5")] })],
    personalPercent: "10",
    channel: "quick_order",
  }

  it("D25: comes first, and the others work on what it leaves: 100, 10 %, 20 %, 5 % are 67.50", () => {
    const [line] = evaluate(three).lines
    expect(subtract(line?.price ?? "0", line?.amount ?? "0")).toBe("67.5")
    expect(line?.discounts.map(({ source, amount }) => `${source} ${amount}`)).toEqual([
      "personal 10.00",
      "article 18.00",
      "order 4.50",
    ])
    const settings = discountSettings({ orderDiscountBase: "remaining" })
    expect(amountsOf({ ...three, settings })).toEqual(["31.60"])
  })

  it("D25: counts on quick-order links only, or in the whole store where the setting says so", () => {
    expect(amountsOf({ ...three, channel: "cart" })).toEqual(["25.00"])
    expect(traceOf({ ...three, channel: "cart" })[0]).toMatchObject({ source: "personal", because: "channel" })
    const settings = discountSettings({ personalScope: "store" })
    expect(amountsOf({ ...three, channel: "draft_order", settings })).toEqual(["32.50"])
    expect(traceOf({ ...three, personalPercent: "0.00" }).map(({ source }) => source)).toEqual(["article", "order"])
  })

  it("D1, D13, D25: ranges and amounts look at the price before it", () => {
    const rules = [rule({ trigger: "amount", min: "100.00", currencyCode: "eur", value: "20" })]
    expect(
      amountsOf({
        ...three,
        ...assigned(articleDiscount({ rules })),
        orderDiscounts: [orderDiscount({ ranges: [range("100.00", null, "5")] })],
      }),
    ).toEqual(["32.50"])
  })
})

describe("rounding", () => {
  it("a line's sum is rounded once: 19.90 at 15 % is 2.99, three times 5 % of 0.50 is 0.08", () => {
    expect(amountsOf({ ...assigned(percent("a", "15")), lines: [saleLine({ unitPrice: "19.90" })] })).toEqual(["2.99"])
    const line = saleLine({ unitPrice: "0.50", quantity: 3 })
    expect(amountsOf({ ...assigned(percent("a", "5")), lines: [line] })).toEqual(["0.08"])
    const twice = assigned(percent("a", "2.5"), percent("b", "2.5"))
    expect(partsOf({ ...twice, lines: [line] })).toEqual([["a 0.04", "b 0.04"]])
  })

  it("an article at one price is rounded as one, however many lines it is on", () => {
    const lines = ["1", "2", "3"].map((id) => saleLine({ id, unitPrice: "0.50" }))
    expect(amountsOf({ ...assigned(percent("a", "5")), lines })).toEqual(["0.03", "0.03", "0.02"])
    const apart = lines.map((line, index) => ({ ...line, isEligible: index > 0 }))
    expect(amountsOf({ ...assigned(percent("a", "5")), lines: apart })).toEqual(["0.03", "0.03", "0.02"])
  })

  it("what rounds to nothing applies, and takes nothing", () => {
    const facts = { ...assigned(percent("a", "1")), lines: [saleLine({ unitPrice: "0.10" })] }
    expect(traceOf(facts)[0]).toMatchObject({ outcome: "applied", because: null, amount: "0.00" })
    expect(evaluate(facts)).toMatchObject({ used: [], lines: [{ discounts: [], amount: "0.00" }] })
  })

  it("a price finer than the minor unit is never passed, not by one line of many either", () => {
    const lines = ["1", "2"].map((id) => saleLine({ id, unitPrice: "1.015" }))
    expect(amountsOf({ ...assigned(percent("a", "100")), lines })).toEqual(["1.01", "1.01"])
    expect(evaluate({ lines: [saleLine({ unitPrice: "1.015" })] }).lines[0]?.price).toBe("1.015")
    const thin = ["1", "2", "3"].map((id) => saleLine({ id, unitPrice: "1.016" }))
    const amounts = amountsOf({ ...assigned(percent("a", "99.5")), lines: thin })
    amounts.forEach((amount) => expect(compare(amount, "1.016")).toBe(-1))
    expect(sum(amounts)).toBe("3.03")
  })
})

describe("what is spread", () => {
  it("D14: a cent that counts once goes to the same variant, whatever the order of the lines", () => {
    const cent = articleDiscount({
      id: "cent",
      type: "cumulative",
      rules: [rule({ mode: "fixed", per: "article", value: "0.01", currencyCode: "eur" })],
    })
    const lines = ["a", "b"].map((id) => saleLine({ id, variantId: id, unitPrice: "1.00" }))
    const facts = {
      discounts: [cent, percent("all", "100")],
      assignments: [
        assignment({ discountId: "cent" }),
        // Variant a has nothing left to give the cent off.
        assignment({ discountId: "all", level: "variant", targetId: "a" }),
      ],
    }
    expect(amountsOf({ ...facts, lines })).toEqual(["1.00", "0.00"])
    expect(amountsOf({ ...facts, lines: [...lines].reverse() })).toEqual(["0.00", "1.00"])
  })

  it("what a line cannot take goes to one that can, also to an earlier one", () => {
    const [big, ...small] = [100, ...Array.from({ length: 10 }, () => 1)].map((quantity, index) =>
      saleLine({ id: `${index}`, unitPrice: "0.009", quantity }),
    )
    const lines = big ? [big, ...small] : []
    expect(amountsOf({ ...assigned(percent("a", "91")), lines })).toEqual(["0.90", ...small.map(() => "0.00")])
  })
})

describe("facts and answers", () => {
  it("D22: every discount that was looked at is in the trace with its figures", () => {
    const facts = {
      ...assigned(
        articleDiscount({ id: "a", name: "From three", type: "cumulative", rules: [rule({ min: "3", max: "5" })] }),
      ),
      lines: [saleLine({ quantity: 4 })],
    }
    expect(traceOf(facts)).toEqual([
      {
        source: "article",
        discountId: "a",
        name: "From three",
        type: "cumulative",
        level: "product",
        outcome: "applied",
        because: null,
        measured: { trigger: "quantity", value: "4" },
        matched: { min: "3", max: "5", mode: "percent", value: "10", per: "unit" },
        amount: "40.00",
      },
    ])
  })

  it("is plain JSON, and leaves its facts as they are", () => {
    const facts = discountFacts({
      ...assigned(percent("a", "15")),
      orderDiscounts: [orderDiscount({ position: 2 }), orderDiscount({ id: "o", position: 1 })],
    })
    const before = JSON.stringify(facts)
    const answer = evaluateDiscounts(facts)
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
    expect(JSON.stringify(facts)).toBe(before)
  })

  it("takes a sale with no lines, lines of no variant, and quantities that are not whole", () => {
    expect(evaluate({ lines: [] })).toEqual({ lines: [], orderValue: "0.00", used: [] })
    const custom = { variantId: null, productId: null, isEligible: true }
    const lines = [saleLine({ ...custom, id: "x" }), saleLine({ ...custom, id: "y", quantity: 1.5 })]
    expect(amountsOf({ lines, orderDiscounts: [orderDiscount()] })).toEqual(["10.00", "15.00"])
    expect(traceOf({ ...assigned(percent("a", "10")), lines: [saleLine({ quantity: 1.5 })] })[0]?.measured).toEqual({
      trigger: "quantity",
      value: "1.5",
    })
  })

  it("refuses what is not an amount", () => {
    for (const unitPrice of ["1e3", "NaN", "", "1,5", "Infinity"]) {
      expect(() => evaluate({ lines: [saleLine({ unitPrice })] })).toThrow(RangeError)
    }
    expect(() => evaluate({ currencyCode: "xxx" })).toThrow(/not a known currency/)
  })
})
