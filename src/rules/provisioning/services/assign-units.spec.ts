import fc from "fast-check"
import { assignUnits, packageKey } from "../index"

describe("one service per unit", () => {
  it("adds what is missing, and lets go of the latest", () => {
    const one = { id: "s1", unit: 1, itemId: "a", isEnded: false }
    const two = { id: "s2", unit: 2, itemId: "a", isEnded: false }
    expect(assignUnits([{ itemId: "a", quantity: 3 }], [two, one])).toEqual({
      kept: [
        { id: "s1", itemId: "a" },
        { id: "s2", itemId: "a" },
      ],
      added: [{ unit: 3, itemId: "a" }],
      surplus: [],
    })
    expect(assignUnits([{ itemId: "a", quantity: 1 }], [two, one]).surplus).toEqual(["s2"])
  })

  it("units that are split off take their services along: nothing is terminated, nothing new is made", () => {
    const services = [1, 2, 3].map((unit) => ({ id: `s${unit}`, unit, itemId: "a", isEnded: false }))
    const plan = assignUnits(
      [
        { itemId: "a", quantity: 2 },
        { itemId: "b", quantity: 1 },
      ],
      services,
    )
    expect(plan).toEqual({
      kept: [
        { id: "s1", itemId: "a" },
        { id: "s2", itemId: "a" },
        { id: "s3", itemId: "b" },
      ],
      added: [],
      surplus: [],
    })
  })

  it("counts any number of units", () => {
    const quantity = 200_000
    const { added } = assignUnits([{ itemId: "a", quantity }], [])
    expect([added.length, added.at(-1)?.unit]).toEqual([quantity, quantity])
    const services = added.map((one) => ({ ...one, id: String(one.unit), isEnded: false }))
    expect(assignUnits([{ itemId: "b", quantity: quantity + 1 }], services).added).toEqual([
      { itemId: "b", unit: quantity + 1 },
    ])
  })

  it("a unit's number is never given twice", () => {
    const services = [{ id: "s1", unit: 1, itemId: "a", isEnded: false }]
    expect(assignUnits([{ itemId: "a", quantity: 2 }], services, 4).added).toEqual([{ unit: 5, itemId: "a" }])
  })

  it("what an admin has ended is not made anew, and goes first where fewer units are left", () => {
    const services = [1, 2].map((unit) => ({ id: `s${unit}`, unit, itemId: "a", isEnded: unit === 1 }))
    expect(assignUnits([{ itemId: "a", quantity: 2 }], services)).toMatchObject({ added: [], surplus: [] })
    expect(assignUnits([{ itemId: "a", quantity: 1 }], services)).toMatchObject({ added: [], surplus: ["s1"] })
    expect(assignUnits([{ itemId: "a", quantity: 3 }], services).added).toEqual([{ unit: 3, itemId: "a" }])
  })

  const items = fc.uniqueArray(fc.record({ itemId: fc.constantFrom("a", "b", "c"), quantity: fc.nat(5) }), {
    selector: ({ itemId }) => itemId,
  })
  const running = fc
    .array(fc.tuple(fc.constantFrom("a", "b", "x"), fc.boolean()), { maxLength: 8 })
    .map((all) => all.map(([itemId, isEnded], index) => ({ id: `s${index}`, unit: index + 1, itemId, isEnded })))

  it("law: afterwards each item has as many services as units; each service has one place", () => {
    fc.assert(
      fc.property(items, running, (soldUnits, services) => {
        const plan = assignUnits(soldUnits, services)
        for (const { itemId, quantity } of soldUnits) {
          const count = [...plan.kept, ...plan.added].filter((one) => one.itemId === itemId).length
          expect(count).toBe(quantity)
        }
        const ids = [...plan.kept.map(({ id }) => id), ...plan.surplus].sort()
        expect(ids).toEqual(services.map(({ id }) => id).sort())
        expect(plan.added.length > 0 && plan.surplus.length > 0).toBe(false)
      }),
      { seed: 15, numRuns: 500 },
    )
  })
})

describe("packageKey (S3)", () => {
  it("is the product's alone where nothing is chosen, and another for each choice, in whatever order", () => {
    const key = (options: Record<string, string | number>) => packageKey({ productId: "prod_1", options })
    expect(key({})).toBe("prod_1")
    expect(key({ ram: "16", ips: 2 })).toBe(key({ ips: 2, ram: "16" }))
    expect(new Set([key({}), key({ ram: "16" }), key({ ram: 16 }), key({ ram: "8" })]).size).toBe(4)
  })
})
