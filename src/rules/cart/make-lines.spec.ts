import { applied, cartFacts, cartLine, countingIds } from "../__tests__/carts"
import { cartChanges } from "./cart-changes"
import { startPlan, type CartFacts, type LineIdGenerator } from "./cart-plan"
import { identifyLines } from "./identify-lines"
import { makeLines, type MadeLine } from "./make-lines"

const ROOMS = new Set(["packages"])
const BY = { stage: "expand", room: "packages" } as const

const identity = (kind: string, parentLineId: string | null) => ({ room: "packages", kind, parentLineId, payload: {} })

function madeLine(parentLineId: string, variantId: string): MadeLine {
  const {
    id: _id,
    createdAt: _at,
    taxRate: _rate,
    adjustments: _none,
    metadata: _own,
    ...line
  } = cartLine("x", { variantId })
  return { line, identity: { ...identity("content", parentLineId), parentLineId } }
}

/** A package in a package: the outer one's content is a parent, too. */
function planned(cart: CartFacts, ids: LineIdGenerator) {
  const outer = identifyLines(startPlan(cart, ids, ROOMS), new Map([["outer", identity("package", null)]]))
  const inner = makeLines(outer, BY, [madeLine("outer", "inner")])
  const innerId = inner.lines.at(-1)?.line.id ?? ""
  return cartChanges(makeLines(inner, BY, [madeLine(innerId, "pen"), madeLine(innerId, "pen")]), [])
}

const cart = cartFacts([cartLine("outer")])

describe("makeLines", () => {
  it("P17: all of a package is one group, however deep, and each line names its own parent", () => {
    const [outer, inner, ...pens] = planned(cart, countingIds()).records.create
    expect(inner).toMatchObject({ parentId: outer?.id, groupKey: outer?.id })
    expect(pens.map(({ parentId, groupKey }) => [parentId, groupKey])).toEqual([
      [inner?.id, outer?.id],
      [inner?.id, outer?.id],
    ])
  })

  it("keeps every record and key where the lines were removed and are created again", () => {
    const ids = countingIds()
    const sold = applied(cart, planned(cart, ids))
    const emptied = { ...sold, lines: sold.lines.filter(({ id }) => id === "outer") }
    const again = applied(emptied, planned(emptied, ids))
    const keysOf = ({ records }: CartFacts) => records.map(({ id, key }) => `${id} ${key}`).sort()
    expect(keysOf(again)).toEqual(keysOf(sold))
    expect(again.lines).toHaveLength(4)
  })

  it("explains each created line, with its price", () => {
    const plan = makeLines(startPlan(cart, countingIds(), ROOMS), BY, [madeLine("outer", "pen")])
    expect(plan.explanations).toMatchObject([{ stage: "expand", room: "packages", did: "made_line", amount: "9.90" }])
  })
})
