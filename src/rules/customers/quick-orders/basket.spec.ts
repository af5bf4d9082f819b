import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import {
  basketKey,
  changedBasket,
  checkAddress,
  isOtherCurrency,
  isSameOrder,
  MOST_LINES,
  MOST_PIECES,
  withItem,
  withMore,
  type BasketItem,
} from ".."

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

  it("C24: two ways of choosing one package are two items, also when they are put in at once", () => {
    const chosen = (path: string): BasketItem => ({ ...item("p", 1), choices: [{ path, isChosen: true }] })
    const basket = changedBasket([], { items: [chosen("a"), chosen("b"), chosen("a")], adds: true })
    expect(basket?.map((one) => [basketKey(one), one.quantity])).toEqual([
      ["p.1", 2],
      ["p.2", 1],
    ])
  })

  it("C23: a price that was shown stays, until it was seen, or is of another currency", () => {
    const [euros, francs] = ["eur", "chf"].map((currency_code) => ({ ...item("a", 1, "9"), currency_code }))
    const stored = euros ? [euros] : []
    const put = (given: BasketItem, accepted?: Map<string, string>) =>
      changedBasket(stored, { items: [given], adds: false, accepted })
    const now = { ...item("a", 2, "8"), currency_code: "eur" }
    expect(put(now)).toEqual([{ ...now, shown: "9" }])
    expect(put(now, new Map([["a", "8"]]))).toEqual([now])
    expect(put(now, new Map([["a", "8.00"]]))).toEqual([now])
    expect(put({ ...now, currency_code: "chf" })).toEqual([{ ...now, currency_code: "chf" }])
    expect([euros, francs, item("a", 1)].map((one) => one && isOtherCurrency(one, "eur"))).toEqual([false, true, false])
  })

  it("is not filled beyond the most lines: nothing of the change is taken", () => {
    const full = Array.from({ length: MOST_LINES }, (_one, place) => item(`v${place}`, 1))
    expect(changedBasket(full, { items: [item("v0", 5), item("w", 1)], adds: true })).toBeNull()
    expect(changedBasket(full, { items: [item("v0", 0), item("w", 1)], adds: false })).toHaveLength(MOST_LINES)
  })

  it("C23: orders the same, whatever was shown of its prices and in which order it stands", () => {
    const chosen = { ...item("p", 1), key: "p.1", choices: [{ path: "a", isChosen: true }] }
    const basket = [item("a", 1), chosen]
    expect(isSameOrder(basket, [{ ...chosen, key: "p.2" }, item("a", 1, "7")])).toBe(true)
    for (const other of [[item("a", 2), chosen], [item("a", 1)], [item("a", 1), item("p", 1)]]) {
      expect(isSameOrder(basket, other)).toBe(false)
    }
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
