import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../src/modules/packages"
import { multiply, percentOf, round, sum, type Decimal } from "../../src/rules/money"
import {
  daysAlone,
  durationOf,
  expandPackage,
  isTimed,
  nodesOf,
  NOTHING_SELECTED,
  packageOptions,
  PACKAGE_PRICINGS,
  pricePackage,
  recipesUnder,
  visiblePrices,
  type Article,
  type ArticleUnit,
  type Choice,
  type NodePrice,
  type RecipeBook,
  type Selection,
} from "../../src/rules/packages"
import { loadRecipeBook } from "../../src/workflows/packages/catalog/load-recipe-book"
import { randomFrom } from "../faults/random"
import { CartClient, type Cart } from "../support/cart-client"
import { createWorld, type World } from "../support/create-world"
import { giveArticle, givePackage, type PackageInput, type Sold } from "../support/give-package"
import { storeSuite } from "../support/store-suite"

const SEED = 20261129
const PACKAGES = 8
const WALKS = 4
const STEPS_OF_A_WALK = 11
const COUNTRIES = ["de", "fr", "ch"] as const
const PERCENT = "7.5"
const YEAR = new Date().getUTCFullYear() + 1

/** An article or a package, as the walk itself knows it: no price is asked of the store. */
interface Known extends Sold {
  title: string
  unit: ArticleUnit
  prices: { eur: Decimal; chf: Decimal }
  /** In euro alone: elsewhere the price counts for each day or hour. */
  rates: Article["rates"]
}

/** A package's line in the cart, as the walk has put it there. */
interface Held {
  sold: Known
  /** As the recipes were then (P20). */
  book: RecipeBook
  selection: Selection
  quantity: number
}

interface Visit {
  cart: Cart
  currency: "eur" | "chf"
  held: Map<string, Held>
  /** Pieces of articles outside packages, by title. */
  plain: Map<string, number>
  hasPercent: boolean
}

type CartPackage = { line_id: string; quantity: number; title: string; unit_price: number; lines: Shown[] }
type Shown = { title: string; quantity: number; unit_price: number }

const lineText = ({ title, quantity, unit_price }: Shown): string => `${quantity} ${title} at ${unit_price}`

export const packageWalkSuite = storeSuite(__filename, (store) => {
  const random = randomFrom(SEED)
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const oneOf = <One>(list: readonly One[]): One => list[whole(0, list.length - 1)] as One
  const chance = (part: number): boolean => random() < part
  const cents = (least: number, most: number): Decimal => (whole(least * 100, most * 100) / 100).toFixed(2)

  let world: World
  let shopper: CartClient
  let percent: Sold
  const articles: Known[] = []
  const packages: Known[] = []

  beforeAll(async () => {
    world = await createWorld(store)
    shopper = new CartClient(store, world)
    const { salesChannelId } = world
    for (const unit of ["flat", "flat", "flat", "day", "hour"] as const) {
      const title = `Article ${articles.length} per ${unit}`
      const prices = { eur: cents(1, 60), chf: cents(1, 60) }
      const sold = await giveArticle(store.container(), { title, salesChannelId, prices: asNumbers(prices), unit })
      articles.push({ ...sold, title, unit, prices, rates: null })
    }
    percent = await giveArticle(store.container(), {
      ...{ title: "Percent", salesChannelId, prices: { eur: 1, chf: 1 } },
      ...{ unit: "percent_of_order", percent: PERCENT },
    })
    while (packages.length < PACKAGES) {
      packages.push(await randomPackage(`Package ${packages.length}`))
    }
  })

  const asNumbers = ({ eur, chf }: Known["prices"]) => ({ eur: Number(eur), chf: Number(chf) })

  /** Of articles and of packages that there are already, so that none contains itself. */
  async function randomPackage(title: string): Promise<Known> {
    const pricing = oneOf(PACKAGE_PRICINGS)
    const prices = { eur: cents(20, 90), chf: cents(20, 90) }
    const rates: [number, string][] = isTimed(pricing)
      ? [
          [1, prices.eur],
          [3, cents(60, 200)],
        ]
      : []
    const sold = await givePackage(store.container(), {
      ...{ title, pricing, salesChannelId: world.salesChannelId },
      prices: asNumbers(prices),
      entries: randomEntries(),
      ...(chance(0.5) ? { defaultHours: whole(2, 6) } : {}),
      rates,
    })
    const steps = rates.map(([duration, price]) => ({ duration, price }))
    const unit = isTimed(pricing) ? pricing : "flat"
    return { ...sold, title, unit, prices, rates: steps.length ? { steps, further: null } : null }
  }

  function randomEntries(): PackageInput["entries"] {
    const part = () => {
      const { productId, variantId } = packages.length && chance(0.35) ? oneOf(packages) : oneOf(articles)
      return { productId, variantId, quantity: whole(1, 3) }
    }
    const alone = Array.from({ length: whole(1, 3) }, () => {
      const isOptional = chance(0.35)
      return { ...part(), isOptional, isDefault: isOptional && chance(0.5), isHidden: chance(0.3) }
    })
    const group = chance(0.4) ? [true, false].map((isDefault) => ({ ...part(), isDefault, group: "one" })) : []
    const accessory = {
      ...{ ...oneOf(articles), role: "accessory" as const },
      ...{ isOptional: chance(0.7), isHidden: chance(0.2), isFreeQuantity: true },
    }
    return [...alone, ...group, ...(chance(0.4) ? [accessory] : [])]
  }

  const knownBy = (variantId: string): Known | undefined =>
    [...articles, ...packages].find((one) => one.variantId === variantId)
  const titleOf = ({ node }: NodePrice): string => knownBy(node.variantId)?.title ?? ""

  function articlesIn(currency: Visit["currency"]): Map<string, Article> {
    return new Map(
      [...articles, ...packages].map(({ productId, variantId, unit, prices, rates }) => [
        variantId,
        {
          ...{ productId, variantId, unit, price: prices[currency], isTaxInclusive: false },
          rates: currency === "eur" ? rates : null,
          ...{ minimumDuration: null, percent: null, group: null },
        },
      ]),
    )
  }

  /** What the rule says of one package. */
  function priced({ sold, book, selection }: Held, currency: Visit["currency"]): NodePrice[] {
    const { timeZone } = store.container().resolve<CoreModuleService>(CORE_MODULE).options
    const { dayCount } = store.container().resolve<PackagesModuleService>(PACKAGES_MODULE).options
    const { productId, variantId } = sold
    const answer = pricePackage(expandPackage(book, { productId, variantId, choices: selection.choices }), {
      articles: articlesIn(currency),
      duration: selection.period ? durationOf(selection.period, { timeZone, dayCount }) : daysAlone(selection),
      hours: selection.hours,
    })
    if (!answer.ok) {
      throw new Error(`${sold.title} has no price in ${currency}`)
    }
    return answer.prices
  }

  /** All lines that the cart has to have, hidden ones too. */
  function expected({ held, plain, currency, hasPercent }: Visit): Shown[] {
    const lines = [
      ...[...held.values()].flatMap((one) =>
        priced(one, currency).map((price) => ({
          title: titleOf(price),
          quantity: one.quantity * price.node.quantity,
          price: price.unitPrice,
        })),
      ),
      ...articles
        .filter(({ title }) => plain.has(title))
        .map(({ title, prices }) => ({ title, quantity: plain.get(title) ?? 0, price: prices[currency] })),
    ]
    const base = sum(lines.map(({ price, quantity }) => multiply(price, quantity)))
    const share = { title: "Percent", quantity: 1, price: round(percentOf(base, PERCENT), currency) }
    return [...lines, ...(hasPercent ? [share] : [])].map(({ price, ...line }) => ({
      ...line,
      unit_price: Number(price),
    }))
  }

  async function stored(cartId: string): Promise<Shown[]> {
    const rows: Record<keyof Shown, string>[] = await store
      .knex()("cart_line_item")
      .where({ cart_id: cartId, deleted_at: null })
      .select("title", "quantity", "unit_price")
    return rows.map(({ title, quantity, unit_price }) => ({
      title,
      quantity: Number(quantity),
      unit_price: Number(unit_price),
    }))
  }

  async function collected(cartId: string): Promise<{ amount: number; currency: string } | undefined> {
    const row = await store
      .knex()("cart_payment_collection as link")
      .join("payment_collection as collection", "collection.id", "link.payment_collection_id")
      .where({ "link.cart_id": cartId, "link.deleted_at": null })
      .first("collection.amount", "collection.currency_code")
    return row && { amount: Number(row.amount), currency: row.currency_code }
  }

  const shownPackages = async (cartId: string): Promise<CartPackage[]> =>
    (await store.api.get(`/store/carts/${cartId}/packages`, world.storeHeaders)).data.packages
  const post = (path: string, body: object) => store.api.post(`/store/carts/${path}`, body, world.storeHeaders)

  /** What a customer may choose of a package: nothing that is hidden. */
  function randomChoices(book: RecipeBook, { productId, variantId }: Sold): Choice[] {
    const root = expandPackage(book, { productId, variantId, choices: [] })
    const unseen = new Set(nodesOf(root).flatMap(({ path, isUnseen }) => (isUnseen ? [path] : [])))
    const offered = packageOptions(root, []).filter((one) => !one.isHidden && !unseen.has(one.parentPath))
    const taken = new Set<string>()
    return offered.flatMap(({ path, parentPath, entry }): Choice[] => {
      if (chance(0.4)) {
        return []
      }
      const group = `${parentPath} ${entry.group}`
      if (entry.group !== null && taken.has(group)) {
        return []
      }
      taken.add(group)
      const quantity = entry.isFreeQuantity ? { quantity: whole(1, 4) } : {}
      return [{ path, isChosen: entry.group !== null || !entry.isOptional || chance(0.7), ...quantity }]
    })
  }

  function randomSelection(book: RecipeBook, sold: Sold): Selection {
    const choices = randomChoices(book, sold)
    const hours = chance(0.3) ? whole(1, 9) : null
    const from = Date.UTC(YEAR, whole(0, 10), whole(1, 28), whole(0, 23))
    const to = from + whole(1, 200) * 3_600_000
    const period = chance(0.5) ? { from: new Date(from).toISOString(), to: new Date(to).toISOString() } : null
    return { choices, hours, period, days: period === null && chance(0.5) ? whole(1, 6) : null }
  }

  const asBody = ({ choices, ...rest }: Selection) => ({
    ...rest,
    choices: choices.map(({ path, isChosen, quantity }) => ({
      path,
      ...(isChosen === undefined ? {} : { is_chosen: isChosen }),
      ...(quantity === undefined ? {} : { quantity }),
    })),
  })

  /**
   * After a package has come into the cart: it has a line of its own, or has joined one that is the same. More of a line by
   * Medusa's own route is more of what was sold with it, whatever the recipe is now.
   */
  async function hold(
    visit: Visit,
    added: Held,
    joins: "same recipe" | "same choices" = "same recipe",
  ): Promise<Visit> {
    const changed = (await shownPackages(visit.cart.id)).filter(
      (one) => visit.held.get(one.line_id)?.quantity !== one.quantity,
    )
    expect(changed).toHaveLength(1)
    const lineId = changed[0]?.line_id ?? ""
    const before = visit.held.get(lineId)
    if (before) {
      const book = joins === "same choices" ? before.book : added.book
      expect(before).toEqual({ ...added, book, quantity: before.quantity })
    }
    const quantity = added.quantity + (before?.quantity ?? 0)
    return { ...visit, held: new Map([...visit.held, [lineId, { ...(before ?? added), quantity }]]) }
  }

  async function bookOf({ productId }: Sold): Promise<RecipeBook> {
    return recipesUnder(await loadRecipeBook(store.container(), [productId]), productId)
  }

  const withHeld =
    (change: (visit: Visit, lineId: string, held: Held) => Promise<Held | null>) =>
    async (visit: Visit): Promise<Visit> => {
      const [lineId, held] = oneOf([...visit.held]) ?? []
      if (lineId === undefined || held === undefined) {
        return visit
      }
      const after = await change(visit, lineId, held)
      const rest = [...visit.held].filter(([id]) => id !== lineId)
      return { ...visit, held: new Map(after ? [...rest, [lineId, after]] : rest) }
    }

  const STEPS: Record<string, (visit: Visit) => Promise<Visit>> = {
    add: async (visit) => {
      const sold = oneOf(packages)
      const book = await bookOf(sold)
      const selection = randomSelection(book, sold)
      const quantity = whole(1, 3)
      await post(`${visit.cart.id}/packages`, { variant_id: sold.variantId, quantity, ...asBody(selection) })
      return hold(visit, { sold, book, selection, quantity })
    },
    addPlainly: async (visit) => {
      const sold = oneOf(packages)
      const quantity = whole(1, 3)
      await shopper.add(visit.cart.id, { variant_id: sold.variantId, quantity })
      return hold(visit, { sold, book: await bookOf(sold), selection: NOTHING_SELECTED, quantity }, "same choices")
    },
    addArticle: async (visit) => {
      const { title, variantId } = oneOf(articles.filter(({ unit }) => unit === "flat"))
      const quantity = whole(1, 3)
      await shopper.add(visit.cart.id, { variant_id: variantId, quantity })
      return { ...visit, plain: new Map([...visit.plain, [title, quantity + (visit.plain.get(title) ?? 0)]]) }
    },
    addPercent: async (visit) => {
      await shopper.add(visit.cart.id, { variant_id: percent.variantId, quantity: 1 })
      return { ...visit, hasPercent: true }
    },
    choose: withHeld(async ({ cart }, lineId, held) => {
      const selection = randomSelection(held.book, held.sold)
      const quantity = whole(1, 4)
      await post(`${cart.id}/packages/${lineId}`, { quantity, ...asBody(selection) })
      return { ...held, selection, quantity }
    }),
    quantity: withHeld(async ({ cart }, lineId, held) => {
      const quantity = whole(1, 5)
      await shopper.update(cart.id, lineId, { quantity })
      return { ...held, quantity }
    }),
    refresh: withHeld(async ({ cart }, lineId, held) => {
      await post(`${cart.id}/packages/${lineId}`, { refresh_recipe: true, choices: [] })
      return { ...held, book: await bookOf(held.sold), selection: { ...held.selection, choices: [] } }
    }),
    remove: withHeld(async ({ cart }, lineId) => {
      await shopper.remove(cart.id, lineId)
      return null
    }),
    move: async (visit) => {
      const country = oneOf(COUNTRIES)
      await shopper.moveTo(visit.cart.id, country)
      return { ...visit, currency: country === "ch" ? "chf" : "eur" }
    },
    // What is in the cart stays as it was sold.
    editRecipe: async (visit) => {
      const room = store.container().resolve<PackagesModuleService>(PACKAGES_MODULE)
      const { id } = oneOf(await room.listEntries({}, { take: null, order: { id: "ASC" } }))
      await room.updateEntries({ id, quantity: whole(1, 4) })
      return visit
    },
  }
  const NAMES = Object.keys(STEPS)

  /** The Store API's lines: hidden contents stand on their package's. */
  function shownTo({ held, currency }: Visit): string[] {
    return [...held.values()]
      .flatMap((one) =>
        visiblePrices(priced(one, currency), one.quantity).map((price) => ({
          title: titleOf(price),
          quantity: price.quantity,
          unit_price: Number(price.unitPrice),
        })),
      )
      .map(lineText)
      .sort()
  }

  it("P4–P20: after any change the cart is what the rule says, to the customer, too, and the payment is what it costs", async () => {
    let steps = 0
    let hidden = 0
    for (let walk = 0; walk < WALKS; walk++) {
      const cart = await shopper.create("de")
      let visit: Visit = { cart, currency: "eur", held: new Map(), plain: new Map(), hasPercent: false }
      for (let step = 0; step < STEPS_OF_A_WALK; step++) {
        const name = step < 2 ? "add" : oneOf(NAMES.filter((one) => one !== "addPercent" || !visit.hasPercent))
        visit = (await STEPS[name]?.(visit)) ?? visit
        steps++
        const said = { walk, step, name }
        visit.cart = await shopper.read(cart.id)
        const lines = expected(visit)
        const inStore = await stored(cart.id)
        expect({ ...said, lines: inStore.map(lineText).sort() }).toEqual({ ...said, lines: lines.map(lineText).sort() })
        const net = lines.reduce((all, { quantity, unit_price }) => all + quantity * unit_price, 0)
        expect(visit.cart.item_subtotal).toBeCloseTo(net, 6)

        const shown = await shownPackages(cart.id)
        const seen = shown.flatMap(({ lines: contents, ...root }) => [root, ...contents])
        expect({ ...said, seen: seen.map(lineText).sort() }).toEqual({ ...said, seen: shownTo(visit) })
        const items = visit.cart.items ?? []
        expect(items.reduce((all, one) => all + one.quantity * one.unit_price, 0)).toBeCloseTo(net, 6)
        hidden += inStore.length - items.length

        if (step === 0) {
          await store.api.post("/store/payment-collections", { cart_id: cart.id }, world.storeHeaders)
        }
        expect({ ...said, ...(await collected(cart.id)) }).toEqual({
          ...said,
          amount: expect.closeTo(Number(visit.cart.total), 6),
          currency: visit.currency,
        })
      }
    }
    expect(hidden).toBeGreaterThan(steps / 4)
  })
})
