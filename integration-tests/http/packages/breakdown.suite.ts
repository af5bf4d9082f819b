import type { BreakdownAnswer } from "../../../src/contracts/packages/breakdown"
import type { SavePackageBody } from "../../../src/contracts/packages/packages"
import type { PackagePricing } from "../../../src/rules/packages"
import { compare, sum } from "../../../src/rules/money"
import { createWorld, type World } from "../../support/create-world"
import { giveArticle, type Sold } from "../../support/give-package"
import { PackageClient } from "../../support/package-client"
import { packageVectors } from "../../support/package-vectors"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const EUR = { currency_code: "eur" }

/** "Chair 4 × 10 = 40 own_price" */
const rowsOf = ({ nodes }: BreakdownAnswer): string[] =>
  nodes.map(
    ({ depth, title, quantity, unit_price, total, reason }) =>
      `${"  ".repeat(depth)}${title} ${quantity} × ${unit_price} = ${total} ${reason}`,
  )

export const breakdownSuite = storeSuite(__filename, (store) => {
  let world: World
  let packages: PackageClient
  let chair: Sold
  let table: Sold
  let sound: Sold
  let inner: Awaited<ReturnType<typeof make>>
  let outer: Awaited<ReturnType<typeof make>>

  const give = (title: string, eur: number) =>
    giveArticle(store.container(), { title, salesChannelId: world.salesChannelId, prices: { eur } })

  beforeAll(async () => {
    world = await createWorld(store)
    packages = new PackageClient(store, world)
    chair = await give("Chair", 10)
    table = await give("Table", 40)
    sound = await give("Sound", 100)
    await packages.saveArticle(sound.variantId, { unit: "hour" })

    inner = await make("Stage", "contents_all", {
      default_hours: 4,
      entries: [{ variant_id: sound.variantId }, { variant_id: chair.variantId, quantity: 2, is_hidden: true }],
    })
    outer = await make("Festival", "contents_visible", {
      entries: [
        { variant_id: chair.variantId, quantity: 3, alternative_group: "Seats", is_default: true },
        { variant_id: table.variantId, alternative_group: "Seats" },
        { variant_id: inner.variantId, quantity: 2 },
        { variant_id: table.variantId, is_optional: true },
        { variant_id: table.variantId, role: "accessory", is_optional: true, is_free_quantity: true },
      ],
    })
  })

  const make = async (title: string, pricing: PackagePricing, body: SavePackageBody = {}) => {
    const made = await packages.create({ product: { title }, package: { ...body, pricing } })
    return { ...made, productId: made.product_id, variantId: made.variants[0]?.id ?? "" }
  }

  describe("the vectors", () => {
    it.each(packageVectors())("$source: $total", async (vector) => {
      const contents = await Promise.all(
        (vector.contents ?? []).map(async ({ name, price, ...entry }) => ({
          sold: await give(name, Number(price)),
          entry,
        })),
      )
      const made = await make(vector.source, vector.pricing, {
        ...(vector.price ? { prices: [{ ...EUR, amount: vector.price }] } : {}),
        rates: (vector.rates ?? []).map(({ days, price }) => ({ ...EUR, duration: days, price })),
        entries: contents.map(({ sold, entry }) => ({
          variant_id: sold.variantId,
          quantity: entry.quantity,
          is_hidden: entry.hidden,
        })),
      })
      const { from, to } = vector
      const priced = await packages.breakdown(made.productId, {
        ...EUR,
        quantity: vector.quantity ?? 1,
        ...(from !== undefined && to !== undefined ? { period: { from, to } } : { days: vector.days ?? null }),
      })
      expect(compare(priced.total ?? "-1", vector.total)).toBe(0)
      expect(priced.duration?.days ?? vector.days).toBe(vector.days)
    })
  })

  describe("P21: to the last content", () => {
    const pathOf = (index: number) => outer.entries[index]?.id ?? ""

    it("shows each line with its price and the reason, nested packages opened, quantities multiplied", async () => {
      const priced = await packages.breakdown(outer.productId, { ...EUR, quantity: 2 })
      expect(rowsOf(priced)).toEqual([
        "Festival 1 × 0 = 1740 by_contents",
        "  Chair 3 × 10 = 60 own_price",
        "  Stage 2 × 0 = 1680 by_contents",
        "    Sound 2 × 400 = 1600 by_time",
        "    Chair 4 × 10 = 80 own_price",
      ])
      expect(priced).toMatchObject({ total: "1740", quantity: 2, duration: null, has_percent: false, missing: [] })
      expect(priced.options.map((one) => [one.title, one.alternative_group, one.is_chosen, one.quantity])).toEqual([
        ["Chair", "Seats", true, 3],
        ["Table", "Seats", false, 1],
        ["Table", null, false, 1],
        ["Table", null, false, 1],
      ])
      expect(priced.nodes.map((node) => node.parent_path)).toEqual([null, "", "", pathOf(2), pathOf(2)])
      expect(compare(sum(priced.nodes.map(({ subtotal }) => subtotal)), priced.total ?? "0")).toBe(0)
    })

    it("follows choices: options, alternatives, accessories, what is hidden, hours", async () => {
      const priced = await packages.breakdown(outer.productId, {
        ...EUR,
        hours: 1,
        choices: [
          { path: pathOf(1), is_chosen: true },
          { path: pathOf(2), is_hidden: true },
          { path: pathOf(3), is_chosen: true },
          { path: pathOf(4), is_chosen: true, quantity: 5 },
        ],
      })
      expect(rowsOf(priced)).toEqual([
        "Festival 1 × 0 = 280 by_contents",
        "  Table 1 × 40 = 40 own_price",
        "  Stage 2 × 0 = 0 hidden",
        "    Sound 2 × 0 = 0 hidden",
        "    Chair 4 × 0 = 0 hidden",
        "  Table 1 × 40 = 40 own_price",
        "  Table 5 × 40 = 200 own_price",
      ])
    })

    it("shows what saving a draft would make of it, and stores nothing", async () => {
      const before = await packages.read(outer.productId)
      const draft: SavePackageBody = {
        pricing: "day",
        rates: [{ ...EUR, duration: 1, price: "70" }],
        entries: [
          { id: pathOf(2), variant_id: inner.variantId, quantity: 2 },
          { variant_id: chair.variantId, is_optional: true },
        ],
      }
      const priced = await packages.breakdown(outer.productId, {
        ...EUR,
        days: 3,
        draft,
        choices: [{ path: "new_1", is_chosen: true }],
      })
      expect(rowsOf(priced)).toEqual([
        "Festival 1 × 210 = 210 by_time",
        "  Stage 2 × 0 = 0 included",
        "    Sound 2 × 0 = 0 included",
        "    Chair 4 × 0 = 0 included",
        "  Chair 1 × 0 = 0 included",
      ])
      expect(await packages.read(outer.productId)).toEqual(before)
      const circular = { entries: [{ variant_id: outer.variantId }] }
      const refusal = await refusalOf(packages.breakdown(inner.productId, { ...EUR, draft: circular }))
      expect(refusal.message).toContain("the package would contain itself: Stage → Festival → Stage")
      const flat: SavePackageBody = { pricing: "flat", prices: [{ ...EUR, amount: "33.3" }] }
      expect((await packages.breakdown(outer.productId, { ...EUR, draft: flat })).total).toBe("33.3")
    })

    it("asks the database as often for one content as for fifty on four levels", async () => {
      const entries = Array.from({ length: 12 }, () => ({ variant_id: chair.variantId }))
      const levels = [await make("Level 1", "contents_all", { entries })]
      for (const level of [2, 3, 4]) {
        const inside = { variant_id: levels.at(-1)?.variantId ?? "" }
        levels.push(await make(`Level ${level}`, "contents_all", { entries: [...entries, inside] }))
      }
      const statementsFor = async (productId: string) => {
        let count = 0
        const counting = () => void count++
        store.knex().client.on("query", counting)
        await packages.breakdown(productId, EUR)
        store.knex().client.off("query", counting)
        return count
      }
      const small = await make("Small", "contents_all", { entries: [{ variant_id: chair.variantId }] })
      await statementsFor(small.productId)
      const few = await statementsFor(small.productId)
      const many = await statementsFor(levels.at(-1)?.productId ?? "")
      expect(few).toBeGreaterThan(0)
      expect(many).toBeLessThanOrEqual(few)
    })

    it("says what has no price in the currency", async () => {
      const priced = await packages.breakdown(outer.productId, { currency_code: "chf" })
      expect(priced.total).toBeNull()
      expect(priced.missing.map(({ title }) => title)).toEqual(["Chair", "Sound", "Chair"])
    })

    it("takes the currency, prices and taxes of a region", async () => {
      const region_id = world.regions.eur.id
      const priced = await packages.breakdown(outer.productId, { region_id })
      expect(priced).toMatchObject({ currency_code: "eur", total: "870" })
    })

    it.each([
      ["no currency", { currency_code: undefined }, "currency_code"],
      ["an unknown region", { region_id: "reg_gone" }, 'region_id: there is no region "reg_gone"'],
      ["a stranger's content", { choices: [{ path: "pent_x", is_chosen: true }] }, "choices[0].path"],
      ["a period that ends first", { period: { from: "2026-06-02T10:00Z", to: "2026-06-01T10:00Z" } }, "period.to"],
      ["a period without an hour", { period: { from: "2026-06-02", to: "2026-06-03" } }, "period.from"],
      ["days and a period", { days: 2, period: { from: "2026-06-01T10:00Z", to: "2026-06-02T10:00Z" } }, "days"],
      ["no hours", { hours: 0 }, "hours: must be a whole number"],
      ["a variant of another product", { variant_id: "variant_x" }, "variant_id: is no variant of the package"],
    ])("is refused with %s, by field", async (_what, body, field) => {
      expect(await refusalOf(packages.breakdown(outer.productId, { ...EUR, ...body }))).toMatchObject({
        status: 400,
        message: expect.stringContaining(field),
      })
    })

    it("is none of a plain product", async () => {
      expect(await refusalOf(packages.breakdown(chair.productId, EUR))).toMatchObject({ status: 404 })
    })
  })
})
