import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { LINE_KEY } from "../../cart"
import { hasPlainLinesOnly, lineIdsIn, type HiddenLine } from "./hidden-lines"
import { withoutHidden } from "./without-hidden"

type Line = Record<string, unknown> & { id: string; unit_price: number; quantity: number }

const line = (id: string, unit_price: number, quantity: number, more: object = {}): Line => ({
  id,
  title: `Title of ${id}`,
  unit_price,
  quantity,
  is_tax_inclusive: false,
  subtotal: unit_price * quantity,
  ...more,
})

const hidden = (packageLineId: string | null, perPackage = 1): HiddenLine => ({ packageLineId, perPackage })

describe("an answer without hidden lines", () => {
  const cart = {
    id: "cart_1",
    item_subtotal: 260,
    metadata: { note: "cali_hidden" },
    items: [line("cali_pack", 0, 2), line("cali_chair", 10, 4), line("cali_sound", 110, 2)],
  }

  it("has their money on the package's line, by its quantity", () => {
    const shown = withoutHidden(cart, new Map([["cali_sound", hidden("cali_pack")]]))
    expect(shown).toEqual({
      ...cart,
      items: [line("cali_pack", 110, 2), line("cali_chair", 10, 4)],
    })
  })

  it("counts once on an order's line, which names itself twice, and on what it has of the price in detail", () => {
    const ofOrder = (id: string, price: number, quantity: number) =>
      line(id, price, quantity, { detail: { item_id: id, quantity, unit_price: price, fulfilled_quantity: 1 } })
    const items = [ofOrder("ordli_p", 0, 2), ofOrder("ordli_a", 10, 4)]
    expect(withoutHidden(items, new Map([["ordli_a", hidden("ordli_p", 2)]]))).toEqual([ofOrder("ordli_p", 20, 2)])
  })

  it("counts what one package has where the answer says no quantities", () => {
    const items = [
      { id: "cali_pack", unit_price: 5 },
      { id: "cali_sound", unit_price: 7 },
    ]
    expect(withoutHidden({ items }, new Map([["cali_sound", hidden("cali_pack", 3)]]))).toEqual({
      items: [{ id: "cali_pack", unit_price: 26 }],
    })
  })

  it("moves adjustments and tax lines, and adds up tax lines of one rate", () => {
    const taxed = (id: string, code: string, rate: number) => ({
      tax_lines: [{ id: `tax_${id}`, item_id: id, code, rate, total: rate }],
      adjustments: [{ id: `adj_${id}`, item_id: id, amount: 1 }],
    })
    const items = [
      { id: "ordli_p", ...taxed("ordli_p", "de", 19) },
      { id: "ordli_a", ...taxed("ordli_a", "de", 19) },
      { id: "ordli_b", ...taxed("ordli_b", "low", 7) },
    ]
    const all = new Map([
      ["ordli_a", hidden("ordli_p")],
      ["ordli_b", hidden("ordli_p")],
    ])
    expect(withoutHidden(items, all)).toEqual([
      {
        id: "ordli_p",
        tax_lines: [
          { id: "tax_ordli_p", item_id: "ordli_p", code: "de", rate: 19, total: 38 },
          { id: "tax_ordli_b", item_id: "ordli_p", code: "low", rate: 7, total: 7 },
        ],
        adjustments: [
          { id: "adj_ordli_p", item_id: "ordli_p", amount: 1 },
          { id: "adj_ordli_a", item_id: "ordli_p", amount: 1 },
          { id: "adj_ordli_b", item_id: "ordli_p", amount: 1 },
        ],
      },
    ])
  })

  it("takes the tax out of a price that has it, where the package's has none, and keeps Medusa's exact form", () => {
    const items = [
      {
        id: "cali_p",
        quantity: 1,
        is_tax_inclusive: false,
        unit_price: 1,
        raw_unit_price: { value: "1", precision: 20 },
      },
      {
        id: "cali_a",
        quantity: 2,
        is_tax_inclusive: true,
        unit_price: 11.9,
        raw_unit_price: { value: "11.9", precision: 20 },
        tax_lines: [{ rate: 19 }],
      },
    ]
    expect(withoutHidden(items, new Map([["cali_a", hidden("cali_p")]]))).toEqual([
      { ...items[0], unit_price: 21, raw_unit_price: { value: "21", precision: 20 } },
    ])
  })

  it("leaves out what belongs to them: in fulfilments, returns, actions, alone", () => {
    const all = new Map([["ordli_a", hidden("ordli_p")]])
    const order = {
      fulfillments: [
        { id: "ful_1", items: [{ title: "A", line_item_id: "ordli_a" }] },
        { id: "ful_2", items: [{ line_item_id: "ordli_a" }, { line_item_id: "ordli_p" }] },
        { id: "ful_3", items: [] },
      ],
      returns: [{ items: [{ item_id: "ordli_p" }, { item: { id: "ordli_a", title: "A" } }] }],
      actions: [{ details: { reference_id: "ordli_a" } }],
      line_ids: ["ordli_a", "ordli_p"],
      last: { line_item_id: "ordli_a", title: "A" },
      last_id: "ordli_a",
    }
    expect(withoutHidden(order, all)).toEqual({
      fulfillments: [
        { id: "ful_2", items: [{ line_item_id: "ordli_p" }] },
        { id: "ful_3", items: [] },
      ],
      returns: [{ items: [{ item_id: "ordli_p" }] }],
      actions: [],
      line_ids: ["ordli_p"],
      last: null,
      last_id: null,
    })
  })

  const packages = fc
    .array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 50 }),
        cents: fc.integer({ min: 0, max: 100_000 }),
        contents: fc.array(
          fc.record({
            perPackage: fc.integer({ min: 1, max: 20 }),
            cents: fc.integer({ min: 0, max: 100_000 }),
            isHidden: fc.boolean(),
          }),
          { maxLength: 5 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) => {
      const hiddenLines = new Map<string, HiddenLine>()
      const items = all.flatMap(({ quantity, cents, contents }, index) => {
        const id = `cali_P${index}`
        const inside = contents.map((content, place) => {
          const own = `${id}C${place}`
          if (content.isHidden) {
            hiddenLines.set(own, hidden(id, content.perPackage))
          }
          return lineOf(own, content.cents, quantity * content.perPackage)
        })
        return [lineOf(id, cents, quantity), ...inside]
      })
      return { items, hiddenLines }
    })

  const lineOf = (id: string, cents: number, quantity: number): Line =>
    line(id, cents / 100, quantity, {
      total: Math.round(cents * quantity * 1.19) / 100,
      adjustments: [{ item_id: id, amount: cents / 100 }],
      detail: { item_id: id },
    })

  const cents = (amount: number) => Math.round(amount * 100)
  const sumOf = (items: Line[], amountOf: (one: Line) => number) =>
    items.reduce((all, one) => all + cents(amountOf(one)), 0)

  it("law: money in is money out, nothing of a hidden line is left, and a second time changes nothing", () => {
    fc.assert(
      fc.property(packages, ({ items, hiddenLines }) => {
        const shown = withoutHidden(items, hiddenLines) as Line[]
        for (const amountOf of [
          (one: Line) => one.total as number,
          (one: Line) => one.subtotal as number,
          (one: Line) => one.unit_price * one.quantity,
          (one: Line) => (one.adjustments as { amount: number }[]).reduce((all, { amount }) => all + amount, 0),
        ]) {
          expect(sumOf(shown, amountOf)).toBe(sumOf(items, amountOf))
        }
        expect(lineIdsIn(JSON.stringify(shown)).filter((id) => hiddenLines.has(id))).toEqual([])
        expect(shown).toHaveLength(items.length - hiddenLines.size)
        expect(withoutHidden(shown, hiddenLines)).toEqual(shown)
      }),
      LAW,
    )
  })

  it("law: what hides nothing changes nothing, and the answer that came in is left as it is", () => {
    fc.assert(
      fc.property(packages, ({ items, hiddenLines }) => {
        const before = JSON.stringify(items)
        expect(withoutHidden(items, new Map())).toEqual(items)
        withoutHidden(items, hiddenLines)
        expect(JSON.stringify(items)).toBe(before)
      }),
      LAW,
    )
  })

  it("may be known without a question: all lines show their metadata, and none has the server's key", () => {
    const isPlain = (answer: unknown) => {
      const json = JSON.stringify(answer)
      return hasPlainLinesOnly(json, answer, lineIdsIn(json))
    }
    const plain = { id: "ordli_a", metadata: { note: "red" } }
    expect(isPlain({ cart: { items: [{ id: "cali_a", metadata: null }, plain] } })).toBe(true)
    expect(isPlain({ items: [plain], fulfillments: [{ items: [{ line_item_id: "ordli_a" }] }] })).toBe(true)
    expect(isPlain({ items: [{ ...plain, metadata: { [LINE_KEY]: "k" } }] })).toBe(false)
    expect(isPlain({ items: [{ id: "ordli_a" }] })).toBe(false)
    expect(isPlain({ items: [plain], fulfillments: [{ items: [{ line_item_id: "ordli_b" }] }] })).toBe(false)
  })
})
