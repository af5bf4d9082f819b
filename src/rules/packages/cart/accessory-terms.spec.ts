import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { article, articlesOf, bookOf, entry, recipe } from "../../__tests__/packages"
import { expandPackage } from "../expansion/expand-package"
import { separateAccessories } from "../expansion/separate-accessories"
import { pricePackage } from "../pricing/price-package"
import { durationOf } from "../time/duration-of"
import { accessoryTerms } from "./accessory-terms"
import { movedRentals } from "./moved-rentals"
import { packagePayload, PACKAGES_ROOM, rentalLineOf, type RentalTerms } from "./package-line"
import { daysAlone } from "./package-stage"
import { NO_TERMS, rentalPrice } from "./rental-stage"

const settings = { dayCount: "started_24_hours" as const, timeZone: "UTC" }
const period = { from: "2026-07-01T10:00:00Z", to: "2026-07-04T10:00:00Z" }

const beside = { role: "accessory" as const, isNested: false }
const rootOf = (defaultHours: number | null, innerHours: number | null) =>
  expandPackage(
    bookOf(
      recipe("p0", "flat", [entry("va", beside), entry("v1")], { defaultHours }),
      recipe("p1", "flat", [entry("vb", beside)], { defaultHours: innerHours }),
    ),
    { productId: "p0", variantId: "v0", choices: [] },
  )

const hours = fc.option(fc.integer({ min: 1, max: 40 }), { nil: null })

describe("P10, P16: how long an accessory is out that is a line of its own", () => {
  it("law: by itself it costs what the price of its package says of it", () => {
    const said = fc.oneof(
      fc.record({ period: fc.constant(period), days: fc.constant(null), hours }),
      fc.record({ period: fc.constant(null), days: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }), hours }),
    )
    fc.assert(
      fc.property(fc.constantFrom("day" as const, "hour" as const), hours, hours, said, (unit, outer, inner, terms) => {
        const articles = articlesOf(
          ...["v0", "v1"].map((id) => article(id, "100")),
          ...["va", "vb"].map((id) => article(id, "7", { unit, minimumDuration: 2 })),
        )
        const root = rootOf(outer, inner)
        const duration = terms.period ? durationOf(terms.period, settings) : daysAlone(terms)
        const priced = pricePackage(root, { articles, duration, hours: terms.hours })
        const shown = priced.ok ? priced.prices : []
        for (const { path, productId, variantId } of separateAccessories(root)) {
          const own = accessoryTerms(root, terms, { path, unit })
          const alone = rentalPrice(
            { product_id: productId, variant_id: variantId, terms: own },
            { articles, settings },
          )
          expect(alone?.unitPrice).toBe(shown.find(({ node }) => node.path === path)?.unitPrice)
        }
      }),
      LAW,
    )
  })

  it("it moves with its package, and what the buyer rents for another time stays", () => {
    const recordFor = (id: string, variantId: string, terms: RentalTerms) => ({
      ...{ id, key: id, cartId: "cart_1", lineId: id, room: PACKAGES_ROOM, kind: "rental", parentId: null },
      ...{ groupKey: id, productId: "pa", variantId: null },
      payload: packagePayload({ slot: "rental", product_id: "pa", variant_id: variantId, terms, delivery: null }),
    })
    const [was, other] = [
      { ...NO_TERMS, period },
      { ...NO_TERMS, days: 2 },
    ]
    const to = { ...NO_TERMS, period: { ...period, to: "2026-07-08T10:00:00Z" } }
    const records = [recordFor("a", "va", other), recordFor("b", "vb", was), recordFor("c", "va", was)]
    const moved = movedRentals(
      [...records, recordFor("d", "va", was)],
      [{ productId: "pa", variantId: "va", from: was, to }],
    )
    expect(moved.map(({ after }) => [after.id, rentalLineOf(after.payload)?.terms])).toEqual([["c", to]])
  })
})
