import { identifiedLines } from "../../cart/cart-plan"
import type { CartLine, CartPlan, LineRecord, PlannedLine } from "../../cart"
import { cartLine, countingIds } from "../../__tests__/carts"
import { article, articlesOf, bookOf, entry, recipe } from "../../__tests__/packages"
import { packageStage, type PackageFacts } from "../cart/package-stage"
import { contentLineOf, packageLineOf, type PackageLine } from "../cart/package-line"
import { expandPackage } from "../expansion/expand-package"
import { pricePackage } from "../pricing/price-package"
import { durationOf } from "../time/duration-of"
import { withAgreedPrices } from "./agreed-prices"
import { NOTHING_SELECTED } from "../expansion/selection"
import {
  followQuantities,
  orderPackageChanges,
  resizedPackage,
  type OrderPackageChanges,
} from "./order-package-changes"

const book = bookOf(recipe("pp", "contents_visible", [entry("va", { quantity: 2 }), entry("vb", { isHidden: true })]))
const sold: PackageLine = { slot: "", book, selection: NOTHING_SELECTED }
const root = cartLine("new", { productId: "pp", variantId: "vp", quantity: 3, unitPrice: "0", title: "Package" })

const shown = (variantId: string) => ({
  title: variantId,
  subtitle: null,
  product: root.product,
  place: null,
  requiresShipping: false,
  isStocked: false,
  isDiscountable: true,
})
const facts: PackageFacts = {
  articles: articlesOf(
    ...[article("vp", "1"), article("va", "10"), article("vb", "5")],
    article("vc", null, { unit: "percent_of_order", percent: "10" }),
  ),
  products: new Map(["vp", "va", "vb", "vc"].map((id) => [id, shown(id)])),
  settings: { dayCount: "started_24_hours", timeZone: "UTC" },
  isBeforePrices: false,
}

/** An order's lines and records, as a change leaves them. */
interface Order {
  lines: CartLine[]
  records: LineRecord[]
}

interface Wanted {
  line: CartLine
  own: PackageLine
  /** What it was sold as, where agreed prices stay. */
  from?: PackageLine
  at?: PackageFacts
}

function changesOf(order: Order, { line, own, from, at = facts }: Wanted, ids = countingIds()): OrderPackageChanges {
  const cart = { id: "order", currencyCode: "eur", locale: null, ...order }
  const current = order.lines.find(({ id }) => id === line.id) ?? null
  const planned = identifiedLines(cart).find((one) => one.line.id === line.id)
  const given: PlannedLine = planned
    ? { ...planned, line }
    : { line, current: null, record: null, identity: null, taken: [], takenByOthers: "0" }
  const plan: CartPlan = { cart, ids, lines: [given], explanations: [] }
  const { plan: expanded } = packageStage(plan, new Map([[line.id, own]]), at)
  const change = from ? { from, to: own } : null
  return orderPackageChanges(expanded, new Map([[line.id, { current, isPricedByMedusa: false, change }]]))
}

/** The order after its package was added, each line under its record's id. */
function added(own = sold, ids = countingIds()): Order {
  const { add } = changesOf({ lines: [], records: [] }, { line: root, own }, ids)
  return {
    lines: add.map(({ line, record }) => ({ ...line, id: `line_${record.id}` })),
    records: add.map(({ record }) => ({ ...record, lineId: `line_${record.id}` })),
  }
}

const linesOf = ({ add, change, remove }: Pick<OrderPackageChanges, "add" | "change" | "remove">) => ({
  add: add.map(({ line }) => `${line.quantity} ${line.title} at ${line.unitPrice}`),
  change: change.map(({ title, quantity, unitPrice }) => [title, quantity.to, unitPrice.to]),
  remove: remove.map(({ title }) => title),
})

describe("orderPackageChanges", () => {
  it("P23: a new package is its line and one for each content, with records that name their parent", () => {
    const changes = changesOf({ lines: [], records: [] }, { line: root, own: sold })
    expect(linesOf(changes)).toEqual({ add: ["3 Package at 0", "6 va at 10", "3 vb at 0"], change: [], remove: [] })
    const [own, ...contents] = changes.add.map(({ record }) => record)
    expect(contents.map(({ parentId }) => parentId)).toEqual([own?.id, own?.id])
    expect(packageLineOf(own?.payload)).toEqual(sold)
  })

  it("law: what is right already changes nothing", () => {
    const order = added()
    const [line] = order.lines
    const changes = changesOf(order, { line: line ?? root, own: sold })
    expect(linesOf(changes)).toEqual({ add: [], change: [], remove: [] })
    expect([changes.records, changes.newRecords]).toEqual([[], []])
  })

  it("P13: showing a content changes its line and its record, and no other's line", () => {
    const order = added()
    const [line] = order.lines
    const choices = [{ path: "e_vb", isHidden: false }]
    const changes = changesOf(order, {
      line: line ?? root,
      own: { ...sold, selection: { ...NOTHING_SELECTED, choices } },
    })
    expect(linesOf(changes)).toEqual({ add: [], change: [["vb", 3, "5"]], remove: [] })
    expect(changes.records).toHaveLength(2)
  })

  describe("P20: prices that were agreed", () => {
    const period = { from: "2026-07-01T10:00:00Z", to: "2026-07-04T10:00:00Z" }
    const out = { ...NOTHING_SELECTED, period }
    const contents = [entry("va"), entry("vb", { isHidden: true }), entry("vd", { quantity: 2 })]
    const timed: PackageLine = { ...sold, selection: out, book: bookOf(recipe("pp", "contents_visible", contents)) }
    const pricesAt = (va: string, vb: string, vd: string): PackageFacts => ({
      ...facts,
      articles: articlesOf(
        article("vp", "1"),
        article("va", va),
        article("vb", vb),
        article("vd", vd, { unit: "day" }),
      ),
      products: new Map(["vp", "va", "vb", "vd"].map((id) => [id, shown(id)])),
    })
    /** Sold at 10, nothing and 90 for three days; today all cost twice as much. */
    function changedTo(selection: PackageLine["selection"], keeps = true) {
      const { add } = changesOf({ lines: [], records: [] }, { line: root, own: timed, at: pricesAt("10", "5", "30") })
      const lines = add.map(({ line, record }) => ({ ...line, id: `line_${record.id}` }))
      const records = add.map(({ record }) => ({ ...record, lineId: `line_${record.id}` }))
      const [line = root] = lines
      const at = pricesAt("20", "10", "60")
      const own = { ...timed, selection }
      return linesOf(changesOf({ lines, records }, { line, own, at, ...(keeps ? { from: timed } : {}) })).change
    }

    it("stay where something else is changed: what is shown now has a price of today", () => {
      expect(changedTo(out)).toEqual([])
      expect(changedTo({ ...out, choices: [{ path: "e_vb", isHidden: false }] })).toEqual([["vb", 3, "10"]])
    })

    it("by time are those of their time", () => {
      const longer = { ...period, to: "2026-07-05T10:00:00Z" }
      expect(changedTo({ ...out, period: longer })).toEqual([["vd", 6, "240"]])
    })

    it("P21: the breakdown beside a change says what the change makes of them", () => {
      const longer = { ...out, period: { ...period, to: "2026-07-05T10:00:00Z" } }
      for (const selection of [out, longer, { ...out, choices: [{ path: "e_vb", isHidden: false }] }]) {
        const own = { ...timed, selection }
        const { add } = changesOf({ lines: [], records: [] }, { line: root, own: timed, at: pricesAt("10", "5", "30") })
        const agreed = new Map(
          add.flatMap(({ line, record }) => {
            const content = contentLineOf(record.payload)
            return content ? [[content.slot, { ...content, unitPrice: line.unitPrice }] as const] : []
          }),
        )
        const today = pricePackage(
          expandPackage(own.book, { productId: "pp", variantId: "vp", choices: selection.choices }),
          {
            articles: pricesAt("20", "10", "60").articles,
            duration: durationOf(selection.period, facts.settings),
            hours: null,
          },
        )
        const shown = withAgreedPrices(
          today.ok ? today.prices : [],
          { package: "0", contents: agreed },
          { from: timed, to: own },
        )
        const changed = new Map(changedTo(selection).map(([title, , price]) => [title, price]))
        for (const { node, unitPrice } of shown) {
          const before = agreed.get(node.path)?.unitPrice ?? "0"
          expect([node.path, unitPrice]).toEqual([node.path, changed.get(node.variantId) ?? before])
        }
      }
    })

    it("are those of today where the recipe of now is taken", () => {
      expect(changedTo(out, false)).toEqual([
        ["va", 3, "20"],
        ["vd", 6, "180"],
      ])
    })
  })

  it("P20: a recipe of now adds, changes and removes lines", () => {
    const order = added()
    const [line] = order.lines
    const now = bookOf(recipe("pp", "contents_visible", [entry("va"), entry("vp", { id: "e_new", productId: "px" })]))
    const changes = changesOf(order, { line: line ?? root, own: { ...sold, book: now } })
    expect(linesOf(changes)).toEqual({ add: ["3 vp at 1"], change: [["va", 3, "10"]], remove: ["vb"] })
  })
})

const planned = ({ lines, records }: Order): PlannedLine[] =>
  identifiedLines({ id: "order", currencyCode: "eur", locale: null, lines, records })

describe("P11: a percentage in a sold package", () => {
  const own = { ...sold, book: bookOf(recipe("pp", "contents_visible", [entry("va"), entry("vc")])) }
  /** Of three packages: it stands on one piece, at the price that it was sold at. */
  function percentSold(): Order {
    const order = added(own)
    const lines = order.lines.map((line) => (line.title === "vc" ? { ...line, quantity: 1, unitPrice: "3" } : line))
    return { ...order, lines }
  }

  it("stays what it is where an edit is followed, and where choices or the quantity are changed", () => {
    const order = percentSold()
    expect(followQuantities(planned(order))).toEqual({ change: [], remove: [] })
    const [line = root] = order.lines
    const choices = [{ path: "e_va", isHidden: true }]
    const selection = { ...NOTHING_SELECTED, choices }
    const changes = changesOf(order, { line: { ...line, quantity: 2 }, own: { ...own, selection } })
    expect(linesOf(changes).change).toEqual([
      ["Package", 2, "0"],
      ["va", 2, "0"],
    ])
  })

  it("goes with its package", () => {
    const order = percentSold()
    const lines = order.lines.filter(({ title }) => title !== "Package")
    expect(followQuantities(planned({ ...order, lines })).remove.map(({ title }) => title)).toEqual(["va", "vc"])
  })
})

describe("resizedPackage", () => {
  it("so many packages with their contents, at the prices they have", () => {
    const order = added()
    const [line = root] = order.lines
    expect(linesOf({ ...resizedPackage(planned(order), { line }, 2), add: [] })).toEqual({
      add: [],
      change: [
        ["Package", 2, "0"],
        ["va", 4, "10"],
        ["vb", 2, "0"],
      ],
      remove: [],
    })
  })
})

describe("followQuantities", () => {
  it("contents are as many as there are packages, at the prices they have", () => {
    const order = added()
    expect(followQuantities(planned(order))).toEqual({ change: [], remove: [] })
    const lines = order.lines.map((line) => (line.title === "Package" ? { ...line, quantity: 1 } : line))
    expect(linesOf({ ...followQuantities(planned({ ...order, lines })), add: [] })).toEqual({
      add: [],
      change: [
        ["va", 2, "10"],
        ["vb", 1, "0"],
      ],
      remove: [],
    })
  })

  it("a package that is gone takes its contents along", () => {
    const order = added()
    const lines = order.lines.filter(({ title }) => title !== "Package")
    expect(linesOf({ ...followQuantities(planned({ ...order, lines })), add: [] }).remove).toEqual(["va", "vb"])
  })
})
