import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { basketKey, checkAddress, MOST_LINES, MOST_PIECES, withItem, withMore, type BasketItem } from ".."

const item = (variant_id: string, quantity: number, shown = "1"): BasketItem => ({ variant_id, quantity, shown })

describe("a basket", () => {
  it("C24: sets a quantity in its place, adds more, and takes out at 0", () => {
    const items = [item("a", 1), item("b", 2)]
    expect(withItem(items, item("a", 5, "2"))).toEqual([item("a", 5, "2"), item("b", 2)])
    expect(withMore(items, item("b", 3))).toEqual([item("a", 1), item("b", 5)])
    expect(withItem(items, item("a", 0))).toEqual([item("b", 2)])
    expect(withMore([], item("c", 1))).toEqual([item("c", 1)])
  })

  it("C24: a package is an item for each way in which it is chosen, whatever the order of what is said", () => {
    const small = [
      { path: "a", isChosen: true },
      { path: "b", quantity: 2 },
    ]
    const chosen = (choices: BasketItem["choices"], quantity = 1): BasketItem => ({
      ...item("p", quantity),
      ...(choices ? { choices } : {}),
    })
    const items = [chosen(undefined), chosen(small), chosen([{ path: "a", isChosen: false }])].reduce(withMore, [])
    expect(items.map(basketKey)).toEqual(["p", "p.1", "p.2"])
    const more = withMore(items, chosen([...small].reverse(), 3))
    expect(more.map(({ quantity }) => quantity)).toEqual([1, 4, 1])
    expect(withItem(more, chosen(small, 0)).map(basketKey)).toEqual(["p", "p.2"])
    expect(withItem(more, { ...chosen(small, 9), key: "p.1" }).map(({ quantity }) => quantity)).toEqual([1, 9, 1])
  })

  it("law: has each article once, from 1 to the most pieces, and never more than the most lines", () => {
    const some = fc.record({
      variant_id: fc.string({ maxLength: 2 }),
      quantity: fc.integer({ min: 0, max: MOST_PIECES }),
      shown: fc.constant("1"),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 600 }), fc.boolean(), (all, adds) => {
        const items = all.reduce<BasketItem[]>((basket, one) => (adds ? withMore : withItem)(basket, one), [])
        expect(new Set(items.map(({ variant_id }) => variant_id)).size).toBe(items.length)
        expect(items.length).toBeLessThanOrEqual(MOST_LINES)
        expect(items.every(({ quantity }) => quantity > 0 && quantity <= MOST_PIECES)).toBe(true)
      }),
      LAW,
    )
  })
})

describe("an address", () => {
  const sent = { name: " Léa\nFavre ", address_1: "Weg 1", postal_code: "10115", city: "Berlin", country_code: "DE" }

  it("C24: is tidied, in a country that is sold to", () => {
    expect(checkAddress(sent, ["de"])).toEqual({
      ok: true,
      address: { ...sent, name: "Léa Favre", country_code: "de" },
    })
  })

  it.each([
    [{ city: " " }, "address.city is required"],
    [{ name: "x".repeat(201) }, "address.name takes at most 200 signs"],
    [{ country_code: "fr" }, "address.country_code must be one of the countries that are offered"],
    [{ country_code: undefined }, "address.country_code must be one of the countries that are offered"],
  ])("%j is refused: %s", (over, problem) => {
    const checked = checkAddress({ ...sent, ...over }, ["de", "ch"])
    expect(checked.ok ? [] : checked.problems.map(({ field, reason }) => `${field} ${reason}`)).toEqual([problem])
  })
})
