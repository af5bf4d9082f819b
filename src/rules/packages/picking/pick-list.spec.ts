import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { bookOf, entry, recipe } from "../../__tests__/packages"
import { multiply, sum } from "../../money"
import { expandPackage } from "../expansion/expand-package"
import { nodesOf } from "../expansion/package-node"
import type { Choice } from "../expansion/selection"
import type { RecipeBook } from "../recipes/recipe"
import { pickList, type PickLine } from "./pick-list"
import { pickListRows } from "./pick-list-rows"

const line = (lineId: string, more: Partial<PickLine> = {}): PickLine => ({
  lineId,
  packageLineId: null,
  path: "",
  variantId: `v${lineId}`,
  title: lineId,
  sku: null,
  role: "article",
  isPackage: false,
  isHidden: false,
  quantity: "1",
  fulfilled: "0",
  returned: "0",
  period: null,
  ...more,
})

/** A package's lines as they are on an order. */
function linesOf(book: RecipeBook, lineId: string, quantity: number, choices: Choice[] = []): PickLine[] {
  return nodesOf(expandPackage(book, { productId: "pset", variantId: "vset", choices })).map((node) =>
    line(node.path === "" ? lineId : `${lineId} ${node.path}`, {
      packageLineId: node.path === "" ? null : lineId,
      path: node.path,
      variantId: node.variantId,
      title: node.variantId,
      role: node.entry?.role ?? "package",
      isPackage: node.recipe !== null,
      isHidden: node.isHidden,
      quantity: multiply(String(node.quantity), quantity),
    }),
  )
}

const book = bookOf(
  recipe("pset", "flat", [
    entry("vchair", { quantity: 4 }),
    entry("vcloth", { isHidden: true }),
    entry("vred", { group: "colour", isDefault: true }),
    entry("vblue", { group: "colour" }),
    entry("vcase"),
    entry("vlamp", { role: "accessory", isOptional: true }),
  ]),
  recipe("pcase", "flat", [entry("vscrew", { quantity: 8 }), entry("vchair")]),
)

const told = (lines: PickLine[]) => pickList(lines).totals.map(({ title, toFulfil }) => `${toFulfil} ${title}`)

describe("pickList (P14)", () => {
  it("lists every content, chosen option, alternative and accessory to the last level, summed and by package", () => {
    const choices: Choice[] = [
      { path: "e_vblue", isChosen: true },
      { path: "e_vlamp", isChosen: true },
    ]
    const lines = [...linesOf(book, "set", 2, choices), line("chair", { variantId: "vchair", title: "vchair" })]
    expect(told(lines)).toEqual(["2 vblue", "11 vchair", "2 vcloth", "2 vlamp", "16 vscrew"])
    const [first] = pickList(lines).packages
    expect(first?.lines.map(({ depth, quantity, title }) => `${" ".repeat(depth)}${quantity} ${title}`)).toEqual([
      " 8 vchair",
      " 2 vcloth",
      " 2 vblue",
      " 2 vcase",
      "  16 vscrew",
      "  2 vchair",
      " 2 vlamp",
    ])
    expect(first?.lines[1]).toMatchObject({ isHidden: true })
    expect(pickList(lines).articles).toMatchObject([{ title: "vchair", quantity: "1" }])
  })

  it("PK4: the same package twice (1 and 3), the first changed to 2: contents × 5, nothing stale, nothing doubled", () => {
    const before = [...linesOf(book, "one", 1), ...linesOf(book, "other", 3)]
    expect(told(before)).toEqual(["20 vchair", "4 vcloth", "4 vred", "32 vscrew"])
    const after = [...linesOf(book, "one", 2), ...linesOf(book, "other", 3)]
    expect(told(after)).toEqual(["25 vchair", "5 vcloth", "5 vred", "40 vscrew"])
    expect(pickList(after).packages.map(({ package: { quantity } }) => quantity)).toEqual(["2", "3"])
  })

  it("says what is still to fulfil; what came back is not sent again", () => {
    const part = line("chair", { quantity: "5", fulfilled: "3", returned: "1" })
    expect(pickList([part]).totals).toMatchObject([{ quantity: "5", fulfilled: "3", returned: "1", toFulfil: "2" }])
    expect(pickList([{ ...part, quantity: "2" }]).totals).toMatchObject([{ toFulfil: "0" }])
  })

  it("a content whose package around it has no line of its own stands below the nearest one", () => {
    const lines = [
      line("set", { role: "package", isPackage: true }),
      line("deep", { packageLineId: "set", path: "a/b/c", role: "content" }),
      line("near", { packageLineId: "set", path: "a", role: "content" }),
    ]
    expect(pickList(lines).packages[0]?.lines.map(({ title, depth }) => [title, depth])).toEqual([
      ["near", 1],
      ["deep", 2],
    ])
  })

  it("law: each line is in the list once, and the sums are those of the lines, in any order", () => {
    const lines = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), { minLength: 1, maxLength: 5 })
      .map((sets) =>
        sets.flatMap(([quantity, isChosen], index) =>
          linesOf(book, `set${index}`, quantity, [{ path: "e_vlamp", isChosen }]),
        ),
      )
    fc.assert(
      fc.property(
        lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const list = pickList(shuffled)
          const listed = list.packages.flatMap((one) => [one.package, ...one.lines]).map(({ lineId }) => lineId)
          expect([...listed].sort()).toEqual(all.map(({ lineId }) => lineId).sort())
          expect(list.totals).toEqual(pickList(all).totals)
          expect(sum(list.totals.map(({ quantity }) => quantity))).toBe(
            sum(all.filter(({ isPackage }) => !isPackage).map(({ quantity }) => quantity)),
          )
        },
      ),
      LAW,
    )
  })
})

describe("pickListRows", () => {
  it("sums first, then each package with its lines, then what stands alone", () => {
    const rows = pickListRows(pickList([...linesOf(book, "set", 1), line("flag", { sku: "FLAG-1" })]))
    expect(rows.map(({ section, title, level, to_fulfil }) => [section, level, title, to_fulfil].join(" "))).toEqual([
      "total  flag 1",
      "total  vchair 5",
      "total  vcloth 1",
      "total  vred 1",
      "total  vscrew 8",
      "package 0 vset 1",
      "package 1 vchair 4",
      "package 1 vcloth 1",
      "package 1 vred 1",
      "package 1 vcase 1",
      "package 2 vscrew 8",
      "package 2 vchair 1",
      "article 0 flag 1",
    ])
    expect(rows.at(-1)).toMatchObject({ sku: "FLAG-1", role: "article", hidden: "no", from: "", package: "" })
  })

  it("a title has no blanks around it, behind which a spreadsheet would run a formula", () => {
    expect(pickListRows(pickList([line("x", { title: "  =1+1" })])).map(({ title }) => title)).toEqual(["=1+1", "=1+1"])
  })
})
