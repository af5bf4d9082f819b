import { deleteProductsWorkflow, deleteProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import type { SaveOfferInput } from "../../../src/contracts/billing/offers"
import { offerDeletion } from "../../../src/rules/billing"
import { createProduct } from "../../support/create-product"
import { createOfferWorld, type OfferWorld } from "../../support/create-offer-world"
import { OfferClient } from "../../support/offer-client"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const MONTHLY = { unit: "month", count: 1 } as const
const QUARTERLY = { unit: "month", count: 3 } as const
const ANNUAL = { unit: "year", count: 1 } as const

const eur = (amount: string | number | null) => ({ currency_code: "eur", amount })
const chf = (amount: string | number | null) => ({ currency_code: "chf", amount })

const hosting = {
  payment_type: "recurring",
  cycles: [
    { interval: MONTHLY, prices: [eur("9.90"), chf(11)], setup_fees: [eur("5")] },
    { interval: ANNUAL, prices: [eur("99.00")] },
  ],
} satisfies SaveOfferInput

export const offersSuite = storeSuite(__filename, (store) => {
  let world: OfferWorld
  let offers: OfferClient

  beforeAll(async () => {
    world = await createOfferWorld(store)
    offers = new OfferClient(store, world)
  })

  /** Every row of the billing room's offers and every price, to see that nothing was written. */
  const everything = async () => {
    const tables = ["billing_offer", "billing_cycle", "billing_setup_fee", "product_variant", "product_option", "price"]
    const rows = await Promise.all(tables.map((table) => store.knex()(table).select("*").orderBy("id")))
    return JSON.stringify(rows)
  }

  describe("saving", () => {
    it("B5: makes a variant for each new cycle, with its base prices and set-up fees", async () => {
      const product = await world.createProduct("Hosting")
      const offer = await offers.save(product.id, hosting)

      expect(offer).toMatchObject({
        product_id: product.id,
        payment_type: "recurring",
        hidden: false,
        trial_days: null,
      })
      expect(offer.cycles).toMatchObject([
        {
          interval: MONTHLY,
          prices: [chf("11.00"), eur("9.90")],
          setup_fees: [eur("5.00")],
          enabled: { chf: true, eur: true },
        },
        { interval: ANNUAL, prices: [eur("99.00")], setup_fees: [], enabled: { eur: true } },
      ])
      const made = (await offers.variantsOf(product.id)).filter(({ id }) =>
        offer.cycles.some((cycle) => cycle.variant_id === id),
      )
      expect(made.map(({ title, manage_inventory }) => [title, manage_inventory]).sort()).toEqual([
        ["Annual", false],
        ["Monthly", false],
      ])
      expect(await offers.read(product.id)).toEqual(offer)
    })

    it("B8: shows what a longer cycle saves against the monthly one", async () => {
      const product = await world.createProduct("Hosting")
      const { cycles } = await offers.save(product.id, hosting)
      expect(cycles[0]?.savings).toEqual({ chf: null, eur: null })
      expect(cycles[1]?.savings).toEqual({ eur: { amount: "19.80", percent: "16.7" } })
    })

    it("B6: a price of zero, or none, disables the cycle in that currency alone", async () => {
      const product = await world.createProduct("Hosting")
      const { cycles } = await offers.save(product.id, {
        payment_type: "recurring",
        cycles: [{ interval: MONTHLY, prices: [eur(0), chf("11")] }],
      })
      expect(cycles[0]).toMatchObject({ prices: [chf("11.00"), eur("0.00")], enabled: { eur: false, chf: true } })
    })

    it("running twice changes nothing", async () => {
      const product = await world.createProduct("Hosting")
      await offers.save(product.id, hosting)
      const before = await everything()
      await offers.save(product.id, hosting)
      expect(await everything()).toEqual(before)
    })

    it("adopts a variant of the product, and leaves its other prices alone", async () => {
      const product = await world.createProduct("Support")
      const variant_id = product.variants[0]?.id ?? ""
      const regional = { currency_code: "eur", amount: 8, rules: { region_id: world.regions.eur.id } }
      await offers.admin("post", `/products/${product.id}/variants/${variant_id}`, {
        prices: [{ currency_code: "eur", amount: 10 }, { currency_code: "chf", amount: 12 }, regional],
      })
      await offers.admin("post", "/price-lists", {
        title: "Spring",
        description: "Sale",
        status: "active",
        prices: [{ variant_id, currency_code: "eur", amount: 5 }],
      })
      const offer = await offers.save(product.id, {
        payment_type: "recurring",
        cycles: [{ variant_id, interval: MONTHLY, prices: [eur("7.50")] }],
      })
      expect(offer.cycles).toMatchObject([{ variant_id, prices: [eur("7.50")] }])
      const rows = await store
        .knex()("price")
        .join("product_variant_price_set as link", "link.price_set_id", "price.price_set_id")
        .where("link.variant_id", variant_id)
        .whereNull("price.deleted_at")
        .select("currency_code", "amount", "rules_count", "price_list_id")
      expect(
        rows.map((row) => [row.currency_code, Number(row.amount), row.rules_count, row.price_list_id !== null]).sort(),
      ).toEqual([
        ["eur", 5, 0, true],
        ["eur", 7.5, 0, false],
        ["eur", 8, 1, false],
      ])
      expect((await offers.variantsOf(product.id)).length).toBe(1)
    })

    it("changes what is sent and keeps the rest: prices left out stay, a list is the whole list", async () => {
      const product = await world.createProduct("Hosting")
      const first = await offers.save(product.id, { ...hosting, trial_days: 14, rank: 3 })
      const [monthly, annual] = first.cycles
      const second = await offers.save(product.id, {
        payment_type: "recurring",
        cycles: [
          { id: annual?.id, interval: ANNUAL },
          { interval: MONTHLY, prices: [eur("12.00"), chf(null)], setup_fees: [] },
        ],
      })
      expect(second).toMatchObject({ id: first.id, trial_days: 14, rank: 3 })
      expect(second.cycles).toMatchObject([
        { id: annual?.id, prices: [eur("99.00")] },
        { id: monthly?.id, variant_id: monthly?.variant_id, prices: [eur("12.00")], setup_fees: [] },
      ])
    })

    it("two cycles may change their intervals with each other", async () => {
      const product = await world.createProduct("Hosting")
      const [monthly, annual] = (await offers.save(product.id, hosting)).cycles
      const swapped = [
        { id: monthly?.id, interval: ANNUAL },
        { id: annual?.id, interval: MONTHLY },
      ]
      const { cycles } = await offers.save(product.id, { payment_type: "recurring", cycles: swapped })
      expect(cycles).toMatchObject(swapped)
    })

    it("what the database cannot hold is refused by name", async () => {
      const product = await world.createProduct("Hosting")
      const refused = (offer: object) => refusalOf(offers.save(product.id, { ...hosting, ...offer }))
      expect(await refused({ rank: 3_000_000_000 })).toMatchObject({
        status: 400,
        message: expect.stringMatching(/rank/),
      })
      expect(await refused({ provisioning_type: "a\u0000b" })).toMatchObject({
        status: 400,
        message: expect.stringMatching(/provisioning_type.*zero byte/),
      })
    })

    it("a cycle that is left out goes, with the variant that was made for it", async () => {
      const product = await world.createProduct("Hosting")
      const first = await offers.save(product.id, hosting)
      const second = await offers.save(product.id, { ...hosting, cycles: [hosting.cycles[0]] })
      expect(second.cycles.map(({ id }) => id)).toEqual([first.cycles[0]?.id])
      expect(Object.keys(await offers.pricesOf(product.id)).sort()).toEqual(["Monthly", "Standard"])
      const third = await offers.save(product.id, hosting)
      expect(third.cycles.map(({ interval }) => interval)).toEqual([MONTHLY, ANNUAL])
    })

    it("B4: a lifetime offer is paid once and may have a set-up fee", async () => {
      const product = await world.createProduct("Licence")
      const licence = {
        payment_type: "lifetime",
        cycles: [{ prices: [eur(199)], setup_fees: [eur(20)] }],
      }
      const offer = await offers.save(product.id, licence)
      expect(offer.cycles).toMatchObject([{ interval: null, prices: [eur("199.00")], setup_fees: [eur("20.00")] }])
      expect(await offers.save(product.id, licence)).toEqual(offer)
    })

    it("B3: a free offer costs zero in every currency of the store, with or without a duration", async () => {
      const product = await world.createProduct("Starter")
      const offer = await offers.save(product.id, {
        payment_type: "free",
        duration: { unit: "month", count: 6 },
        cycles: [],
      })
      expect(offer).toMatchObject({
        duration: { unit: "month", count: 6 },
        cycles: [
          {
            variant_id: product.variants[0]?.id,
            interval: null,
            prices: [chf("0.00"), eur("0.00")],
            enabled: { chf: true, eur: true },
          },
        ],
      })
    })

    describe("of a product that was created without variants", () => {
      const createUnnamed = async () => {
        const { product } = await offers.admin("post", "/products", {
          title: "Hosting",
          collection_id: world.collectionId,
          options: [{ title: "Default option", values: ["Default option value"] }],
          variants: [
            {
              title: "Default variant",
              options: { "Default option": "Default option value" },
              prices: [],
              manage_inventory: false,
            },
          ],
        })
        return { productId: product.id as string, variant_id: product.variants[0].id as string }
      }
      const namesOf = async (productId: string) => {
        const { product } = await offers.admin(
          "get",
          `/products/${productId}?fields=*options,*options.values,*variants`,
        )
        return {
          variants: product.variants.map(({ title }: { title: string }) => title).sort(),
          options: product.options.map(({ title, values }: { title: string; values: { value: string }[] }) => [
            title,
            ...values.map(({ value }) => value).sort(),
          ]),
        }
      }

      it("B5: the first cycle gets its name, and so do the option and its value; the next stand beside it", async () => {
        const { productId, variant_id } = await createUnnamed()
        const cycles = [
          { variant_id, interval: MONTHLY, prices: [eur(10)] },
          { interval: ANNUAL, prices: [eur(100)] },
        ]
        await offers.save(productId, { payment_type: "recurring", cycles })
        const named = { variants: ["Annual", "Monthly"], options: [["Billing cycle", "Annual", "Monthly"]] }
        expect(await namesOf(productId)).toEqual(named)
        await offers.save(productId, { payment_type: "recurring", cycles: [...cycles, { interval: QUARTERLY }] })
        expect((await namesOf(productId)).options).toEqual([["Billing cycle", "Annual", "Monthly", "Quarterly"]])
      })

      it("B12: deleting the offer does what the dialog says: the variants made for it go, the merchant's own stays", async () => {
        const { productId, variant_id } = await createUnnamed()
        const offer = await offers.save(productId, {
          payment_type: "recurring",
          cycles: [
            { variant_id, interval: MONTHLY, prices: [eur(10)] },
            { interval: ANNUAL, prices: [eur(100)] },
          ],
        })
        const { deletes, keeps } = offerDeletion(offer.cycles)
        expect([deletes, keeps]).toEqual([[offer.cycles[1]?.variant_id], [variant_id]])
        await offers.remove(productId)
        expect((await offers.variantsOf(productId)).map(({ id }) => id)).toEqual(keeps)
      })
    })

    describe("B2: the group that is chosen with the offer", () => {
      const groupOf = async (productId: string) =>
        (await offers.admin("get", `/products/${productId}?fields=*collection`)).product.collection?.title ?? null
      const createUngrouped = async () =>
        (await createProduct(store.container(), { title: "Hosting", prices: { eur: 10 }, ...world })).id

      it("is made and given with it, once however often it is sent", async () => {
        const productId = await createUngrouped()
        for (const _time of [1, 2]) {
          await offers.save(productId, { ...hosting, collection: { title: "Servers" } })
          expect(await groupOf(productId)).toBe("Servers")
        }
        const { collections } = await offers.admin("get", "/collections?title=Servers")
        expect(collections).toHaveLength(1)
        await offers.save(productId, { payment_type: "recurring", collection: { id: world.collectionId } })
        expect(await groupOf(productId)).not.toBe("Servers")
      })

      it("is neither made nor given where the offer is refused, or a later step fails", async () => {
        const productId = await createUngrouped()
        const wrong = {
          ...hosting,
          collection: { title: "Servers" },
          cycles: [{ interval: MONTHLY, prices: [eur(-1)] }],
        }
        expect((await refusalOf(offers.save(productId, wrong))).status).toBe(400)
        await store.knex().raw(`
          create function refuse_offers() returns trigger language plpgsql as $$ begin raise exception 'no offers'; end $$;
          create trigger refuse_offers before insert on billing_offer for each row execute function refuse_offers();
        `)
        await refusalOf(offers.save(productId, { ...hosting, collection: { title: "Servers" } }))
        expect(await groupOf(productId)).toBeNull()
        expect((await offers.admin("get", "/collections?title=Servers")).collections).toEqual([])
        const unknown = { ...hosting, collection: { id: "pcol_nobody" } }
        expect((await refusalOf(offers.save(productId, unknown))).message).toContain(
          "collection.id: is not a collection",
        )
      })
    })

    it("B2: the offers of a group are put into an order at once; one that moved has a new version", async () => {
      const made = await Promise.all(
        ["A", "B", "C"].map(async (title) => offers.save((await world.createProduct(title)).id, hosting)),
      )
      const [a = "", b = "", c = ""] = made.map(({ id }) => id)
      await offers.admin("post", "/billing/offers/positions", { ids: [c, a, b] })
      const { offers: listed } = await offers.admin("get", "/billing/offers")
      expect(
        listed.map(({ id, rank, version }: { id: string; rank: number; version: number }) => [id, rank, version]),
      ).toEqual([
        [c, 0, 1],
        [a, 1, 2],
        [b, 2, 2],
      ])
      for (const ids of [
        [a, "boff_nobody"],
        [a, a],
      ]) {
        const refusal = await refusalOf(offers.admin("post", "/billing/offers/positions", { ids }))
        expect([refusal.status, refusal.message]).toEqual([400, expect.stringContaining("ids: must name offers")])
      }
    })

    it("B15: keeps cross-sold products in their order", async () => {
      const [hostingProduct, domain] = [await world.createProduct("Hosting"), await world.createProduct("Domain")]
      const cross_sells = [{ product_id: domain.id, replaces: true }]
      const offer = await offers.save(hostingProduct.id, { ...hosting, cross_sells })
      expect(offer.cross_sells).toEqual(cross_sells)
    })

    it("two at once make one offer", async () => {
      const product = await world.createProduct("Hosting")
      const answers = await Promise.allSettled(Array.from({ length: 4 }, () => offers.save(product.id, hosting)))
      const saved = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value.id] : []))
      expect(saved.length).toBeGreaterThan(0)
      expect(new Set(saved).size).toBe(1)
      expect(await store.knex()("billing_cycle").whereNull("deleted_at")).toHaveLength(2)
      expect((await offers.variantsOf(product.id)).length).toBe(3)
    })

    it("answers a conflict where another process was first, and undoes its own changes", async () => {
      const product = await world.createProduct("Hosting")
      await store.knex().raw(`
        create function second_offer() returns trigger language plpgsql as $$
          begin raise exception 'duplicate key' using errcode = 'unique_violation'; end $$;
        create trigger second_offer before insert on billing_offer for each row execute function second_offer();
      `)
      expect(await refusalOf(offers.save(product.id, hosting))).toMatchObject({ status: 409 })
      expect(Object.keys(await offers.pricesOf(product.id))).toEqual(["Standard"])
      expect(await offers.read(product.id)).toBeNull()
    })

    it("is undone whole where a later step fails", async () => {
      const product = await world.createProduct("Support")
      const variant_id = product.variants[0]?.id ?? ""
      await offers.save(product.id, {
        payment_type: "recurring",
        cycles: [{ variant_id, interval: MONTHLY, prices: [eur(10), chf(12)] }],
      })
      const before = { offer: await offers.read(product.id), prices: await offers.pricesOf(product.id) }
      await store.knex().raw(`
        create function refuse_years() returns trigger language plpgsql as $$ begin raise exception 'no years'; end $$;
        create trigger refuse_years before insert on billing_cycle for each row
          when (new.interval_unit = 'year') execute function refuse_years();
      `)
      const refusal = await refusalOf(
        offers.save(product.id, {
          payment_type: "recurring",
          cycles: [
            { variant_id, interval: MONTHLY, prices: [eur(20)] },
            { interval: ANNUAL, prices: [eur(200)] },
          ],
        }),
      )
      expect(refusal.status).toBe(500)
      expect({ offer: await offers.read(product.id), prices: await offers.pricesOf(product.id) }).toEqual(before)
    })
  })

  describe("bad input is refused before anything is written, with field and reason", () => {
    const monthly = (more: object) => ({
      payment_type: "recurring",
      cycles: [{ interval: MONTHLY, prices: [eur(10)], ...more }],
    })
    const lifetime = { payment_type: "lifetime", cycles: [{ prices: [eur(10)] }] }
    const free = { payment_type: "free", cycles: [] }

    const refusals: [string, object, string][] = [
      [
        "an unknown currency",
        monthly({ prices: [eur(10), { currency_code: "xyz", amount: 1 }] }),
        "cycles[0].prices[1].amount",
      ],
      [
        "a currency that the store does not sell in",
        monthly({ prices: [eur(10), { currency_code: "usd", amount: 1 }] }),
        'cycles[0].prices[1].currency_code: "usd" is not a currency of this store',
      ],
      [
        "a set-up fee in a currency that the store does not sell in",
        monthly({ setup_fees: [{ currency_code: "usd", amount: 1 }] }),
        'cycles[0].setup_fees[0].currency_code: "usd" is not a currency of this store',
      ],
      [
        "a group with a name that nobody can see",
        { ...monthly({}), collection: { title: "\u200b\u2060" } },
        "collection",
      ],
      [
        "a group with half of a character in its name",
        { ...monthly({}), collection: { title: "Hosting \ud800" } },
        "collection",
      ],
      ["a negative price", monthly({ prices: [eur("-1")] }), "cycles[0].prices[0].amount: must not be negative"],
      [
        "a price that is too precise",
        monthly({ prices: [eur("9.999")] }),
        "cycles[0].prices[0].amount: takes at most 2 decimals",
      ],
      [
        "a price that is no number",
        monthly({ prices: [eur("ten")] }),
        "cycles[0].prices[0].amount: must be a decimal number",
      ],
      ["a price with an exponent", monthly({ prices: [eur("1e3")] }), "cycles[0].prices[0].amount"],
      [
        "decimals in yen",
        monthly({ prices: [{ currency_code: "jpy", amount: 9.5 }] }),
        "cycles[0].prices[0].amount: takes no decimals",
      ],
      [
        "a currency twice",
        monthly({ prices: [eur(1), { currency_code: "EUR", amount: 2 }] }),
        "cycles[0].prices[1].currency_code",
      ],
      [
        "a negative set-up fee",
        monthly({ setup_fees: [eur(-5)] }),
        "cycles[0].setup_fees[0].amount: must not be negative",
      ],
      [
        "a set-up fee in an unknown currency",
        monthly({ setup_fees: [{ currency_code: "", amount: 5 }] }),
        "cycles[0].setup_fees[0].currency_code",
      ],
      [
        "an interval of zero",
        monthly({ interval: { unit: "month", count: 0 } }),
        "cycles[0].interval: must be a whole number of at least 1",
      ],
      ["a negative interval", monthly({ interval: { unit: "month", count: -1 } }), "cycles[0].interval"],
      ["half an interval", monthly({ interval: { unit: "month", count: 1.5 } }), "cycles[0].interval"],
      [
        "an interval of 1000 years",
        monthly({ interval: { unit: "year", count: 1000 } }),
        "cycles[0].interval: must not be longer than 100 years",
      ],
      ["an interval of unknown unit", monthly({ interval: { unit: "decade", count: 1 } }), "cycles[0].interval.unit"],
      [
        "the same interval twice, in other words",
        { payment_type: "recurring", cycles: [{ interval: ANNUAL }, { interval: { unit: "month", count: 12 } }] },
        "cycles[1].interval",
      ],
      ["a foreign cycle id", monthly({ id: "bcyc_foreign" }), "cycles[0].id: is not a cycle of this offer"],
      [
        "a variant that there is not",
        monthly({ variant_id: "variant_none" }),
        "cycles[0].variant_id: is not a variant of this product",
      ],
      [
        "recurring without a cycle",
        { payment_type: "recurring", cycles: [] },
        "cycles: a recurring offer needs at least one",
      ],
      [
        "recurring without an interval",
        monthly({ interval: null }),
        "cycles[0].interval: a recurring offer's cycle needs an interval",
      ],
      [
        "recurring with a duration",
        { ...monthly({}), duration: MONTHLY },
        "duration: a duration is for free offers only",
      ],
      ["lifetime with an interval", { ...monthly({}), payment_type: "lifetime" }, "cycles[0].interval"],
      ["lifetime with a trial", { ...lifetime, trial_days: 7 }, "trial_days: a trial is for recurring offers only"],
      [
        "free with a price",
        { ...free, cycles: [{ prices: [eur(1)] }] },
        "cycles[0].prices[0].amount: a free offer has no price",
      ],
      [
        "free with a set-up fee",
        { ...free, cycles: [{ setup_fees: [eur(1)] }] },
        "cycles[0].setup_fees[0].amount: a free offer has no set-up fee",
      ],
      [
        "free with a duration of nothing",
        { ...free, duration: { unit: "day", count: 0 } },
        "duration: must be a whole number",
      ],
      ["a trial of half a day", { ...monthly({}), trial_days: 0.5 }, "trial_days"],
      ["a trial of minus one day", { ...monthly({}), trial_days: -1 }, "trial_days"],
      ["a provider that is not active", { ...monthly({}), provisioning_type: "cpanel" }, "provisioning_type"],
      [
        "a cross-sold product that there is not",
        { ...monthly({}), cross_sells: [{ product_id: "prod_none" }] },
        "cross_sells[0].product_id: is not a product",
      ],
      ["an unknown payment type", { ...monthly({}), payment_type: "rent" }, "payment_type"],
      ["an unknown field", { ...monthly({}), unit_price: 1 }, "unit_price"],
      ["no body", {}, "payment_type"],
    ]

    it.each(refusals)("%s", async (_what, offer, message) => {
      const product = await world.createProduct("Hosting")
      const before = await everything()
      const refusal = await refusalOf(offers.save(product.id, offer))
      expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(message) })
      expect(await everything()).toEqual(before)
    })

    it("reports all problems at once", async () => {
      const product = await world.createProduct("Hosting")
      const { message } = await refusalOf(
        offers.save(product.id, { ...monthly({ prices: [eur(-1)], setup_fees: [eur("0.001")] }), trial_days: -1 }),
      )
      expect(message).toContain("trial_days")
      expect(message).toContain("cycles[0].prices[0].amount")
      expect(message).toContain("cycles[0].setup_fees[0].amount")
    })

    it("a cycle on another product's variant", async () => {
      const [product, other] = [await world.createProduct("Hosting"), await world.createProduct("Domain")]
      const refusal = await refusalOf(offers.save(product.id, monthly({ variant_id: other.variants[0]?.id })))
      expect(refusal).toEqual({
        status: 400,
        type: "invalid_data",
        message: "The offer was not saved. cycles[0].variant_id: is not a variant of this product",
      })
    })

    it("a cross-sale with itself", async () => {
      const product = await world.createProduct("Hosting")
      const refusal = await refusalOf(
        offers.save(product.id, { ...monthly({}), cross_sells: [{ product_id: product.id }] }),
      )
      expect(refusal.message).toContain("cross_sells[0].product_id")
    })

    it("B2: a product without a collection", async () => {
      const product = await world.createProduct("Hosting")
      await offers.admin("post", `/products/${product.id}`, { collection_id: null })
      const refusal = await refusalOf(offers.save(product.id, hosting))
      expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining("collection_id") })
    })

    it("a product that there is not", async () => {
      expect((await refusalOf(offers.save("prod_none", hosting))).status).toBe(404)
      expect((await refusalOf(offers.save("%00", hosting))).status).toBe(404)
    })

    it("a new cycle where the product has further options to choose from", async () => {
      const product = await world.createProduct("Shirt")
      await offers.admin("post", `/products/${product.id}/options/batch`, {
        add: [{ title: "Size", values: ["S", "M"], is_exclusive: true }],
      })
      const refusal = await refusalOf(offers.save(product.id, hosting))
      expect(refusal.message).toContain("cycles[0].variant_id: must name a variant")
    })

    it("without an admin's log-in", async () => {
      const product = await world.createProduct("Hosting")
      const request = store.api.post(`/admin/billing/products/${product.id}/offer`, hosting)
      expect((await refusalOf(request)).status).toBe(401)
    })
  })

  describe("what subscriptions run on", () => {
    it("B12: keeps its cycle and its interval; their number is in the error", async () => {
      const product = await world.createProduct("Hosting")
      const offer = await offers.save(product.id, hosting)
      await offers.runOn(offer, 0, 2)
      const removal = await refusalOf(offers.save(product.id, { ...hosting, cycles: [hosting.cycles[1]] }))
      expect(removal).toMatchObject({ status: 400, message: expect.stringContaining("2 subscriptions run on it") })
      const [monthly, annual] = offer.cycles
      const change = await refusalOf(
        offers.save(product.id, {
          payment_type: "recurring",
          cycles: [
            { id: monthly?.id, interval: QUARTERLY },
            { id: annual?.id, interval: ANNUAL },
          ],
        }),
      )
      expect(change.message).toContain("cycles[0].interval: cannot be changed: 2 subscriptions run on it")
      await offers.save(product.id, { ...hosting, cycles: [hosting.cycles[0]] })
    })

    it("B12: an offer is not deleted while subscriptions run, and goes with the variants it made when none do", async () => {
      const product = await world.createProduct("Hosting")
      const offer = await offers.save(product.id, hosting)
      const ids = await offers.runOn(offer, 0, 1)
      const refusal = await refusalOf(offers.remove(product.id))
      expect(refusal).toMatchObject({
        status: 400,
        message: expect.stringContaining('1 subscription runs on product "'),
      })
      await offers.admin("post", `/billing/subscriptions/${ids[0]}/cancel`, { when: "now", reason: "Moves away" })
      expect(await offers.remove(product.id)).toMatchObject({ id: offer.id, deleted: true })
      expect(await offers.read(product.id)).toBeNull()
      expect(Object.keys(await offers.pricesOf(product.id))).toEqual(["Standard"])
      expect(await offers.remove(product.id)).toMatchObject({ id: null, deleted: true })
      expect((await offers.save(product.id, hosting)).cycles).toHaveLength(2)
    })

    it("B12: Medusa's own routes do not delete its product or variant either", async () => {
      const product = await world.createProduct("Hosting")
      const offer = await offers.save(product.id, hosting)
      await offers.runOn(offer, 0, 3)
      const before = await everything()
      const [monthly, annual] = offer.cycles
      const attempts = [
        () => offers.admin("delete", `/products/${product.id}`),
        () => offers.admin("post", "/products/batch", { delete: [product.id] }),
        () => offers.admin("delete", `/products/${product.id}/variants/${monthly?.variant_id}`),
        () =>
          offers.admin("post", `/products/${product.id}/variants/batch`, {
            delete: [annual?.variant_id, monthly?.variant_id],
          }),
        () =>
          offers.admin("post", `/products/${product.id}`, { variants: [{ id: annual?.variant_id, title: "Annual" }] }),
        () =>
          offers.admin("post", "/products/batch", {
            update: [{ id: product.id, variants: [{ id: annual?.variant_id }] }],
          }),
      ]
      for (const attempt of attempts) {
        const refusal = await refusalOf(attempt())
        expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining("3 subscriptions run on") })
      }
      expect(await everything()).toEqual(before)
    })

    it("B12: no program deletes it through Medusa's workflows: what they took away is restored", async () => {
      const product = await world.createProduct("Hosting")
      const offer = await offers.save(product.id, hosting)
      await offers.runOn(offer, 0, 3)
      const attempts: (() => Promise<unknown>)[] = [
        () => deleteProductsWorkflow(store.container()).run({ input: { ids: [product.id] } }),
        () =>
          deleteProductVariantsWorkflow(store.container()).run({ input: { ids: [offer.cycles[0]?.variant_id ?? ""] } }),
      ]
      for (const attempt of attempts) {
        await expect(attempt()).rejects.toMatchObject({
          type: "not_allowed",
          message: expect.stringContaining("3 subscriptions run on"),
        })
        expect(await offers.read(product.id)).toEqual(offer)
        expect(await offers.variantsOf(product.id)).toHaveLength(3)
      }
    })

    it("B12: without subscriptions the offer goes with its product, and a cycle with its variant", async () => {
      const product = await world.createProduct("Hosting")
      const offer = await offers.save(product.id, hosting)
      await offers.admin("delete", `/products/${product.id}/variants/${offer.cycles[1]?.variant_id}`)
      expect((await offers.read(product.id))?.cycles.map(({ id }) => id)).toEqual([offer.cycles[0]?.id])
      await offers.admin("delete", `/products/${product.id}`)
      expect(await offers.read(product.id)).toBeNull()
    })
  })

  describe("the admin's list and calculator", () => {
    it("B10: lists offers with their products and hides one by one click", async () => {
      const [product, domain] = [await world.createProduct("Hosting"), await world.createProduct("Domain")]
      const offer = await offers.save(product.id, { ...hosting, rank: 2 })
      await offers.save(domain.id, { ...hosting, rank: 1 })
      const list = await offers.admin("get", "/billing/offers?limit=1&offset=1")
      expect(list).toMatchObject({
        count: 2,
        limit: 1,
        offset: 1,
        offers: [{ id: offer.id, product: { title: "Hosting" } }],
      })
      expect(list.offers[0].product.collection).toMatchObject({ id: world.collectionId })
      const found = await offers.admin("get", "/billing/offers?q=doma")
      expect(found).toMatchObject({ count: 1, offers: [{ product_id: domain.id }] })

      await offers.hide(offer.id)
      await offers.hide(offer.id)
      expect(await offers.read(product.id)).toMatchObject({ hidden: true })
      await offers.hide(offer.id, false)
      expect(await offers.read(product.id)).toMatchObject({ hidden: false })
      expect((await refusalOf(offers.hide("boff_none"))).status).toBe(404)
    })

    it("B9: the calculator fills every cycle from the monthly price", async () => {
      const answer = await offers.admin("post", "/billing/calculator", {
        currency_code: "eur",
        monthly_price: "30.00",
        cycles: [{ interval: { unit: "week", count: 1 } }, { interval: ANNUAL, percent_off: 10 }],
      })
      expect(answer.prices).toEqual([
        { interval: { unit: "week", count: 1 }, amount: "6.92", saving: null },
        { interval: ANNUAL, amount: "324.00", saving: { amount: "36.00", percent: "10" } },
      ])
    })

    it.each([
      ["currency_code", { currency_code: "zzz" }, "monthly_price"],
      ["a price", { monthly_price: "-1" }, "monthly_price: must not be negative"],
      ["a percentage", { cycles: [{ interval: ANNUAL, percent_off: 101 }] }, "cycles[0].percent_off"],
      ["an interval", { cycles: [{ interval: { unit: "day", count: 0 } }] }, "cycles[0].interval"],
    ])("B9: the calculator refuses %s that is wrong", async (_what, wrong, message) => {
      const question = { currency_code: "eur", monthly_price: "30.00", cycles: [], ...wrong }
      const refusal = await refusalOf(offers.admin("post", "/billing/calculator", question))
      expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining(message) })
    })
  })
})
