import type { SubscriptionDetailAnswer } from "../../../src/contracts/billing/subscription-answers"
import { createOfferWorld, type OfferWorld } from "../../support/create-offer-world"
import { OfferClient } from "../../support/offer-client"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const MONTHLY = { unit: "month", count: 1 } as const
const ANNUAL = { unit: "year", count: 1 } as const
const eur = (amount: string) => ({ currency_code: "eur", amount })
const hosting = {
  payment_type: "recurring",
  cycles: [{ interval: MONTHLY, prices: [eur("9.90")], setup_fees: [eur("5")] }],
}

export const versionsSuite = storeSuite(__filename, (store) => {
  let world: OfferWorld
  let offers: OfferClient

  beforeAll(async () => {
    world = await createOfferWorld(store)
    offers = new OfferClient(store, world)
  })

  const refusedAs = (message: string) => expect.objectContaining({ message: expect.stringContaining(message) })

  describe("two admins, one offer", () => {
    it("my form from this morning does not undo a colleague's price: it is refused, and says what changed", async () => {
      const product = await world.createProduct("Hosting")
      const opened = await offers.save(product.id, hosting)
      const [cycle] = opened.cycles
      const cheaper = [{ id: cycle?.id, interval: MONTHLY, prices: [eur("7.50")] }]
      await offers.save(product.id, { payment_type: "recurring", cycles: cheaper, version: opened.version })
      const mine = { payment_type: "recurring", trial_days: 14, cycles: hosting.cycles, version: opened.version }
      expect(await refusalOf(offers.save(product.id, mine))).toEqual(refusedAs("1 is old: prices changed since"))
      const now = await offers.read(product.id)
      expect([now?.trial_days, now?.version, now?.cycles[0]?.prices]).toEqual([null, 2, [eur("7.50")]])
    })

    it("a save of what I changed leaves cycles, prices and fees as they are", async () => {
      const product = await world.createProduct("Hosting")
      const opened = await offers.save(product.id, hosting)
      const saved = await offers.save(product.id, {
        payment_type: "recurring",
        trial_days: 14,
        version: opened.version,
      })
      expect(saved).toEqual({ ...opened, trial_days: 14, version: 2 })
    })

    it("hiding it in the list is a change, too; hiding it twice is one", async () => {
      const product = await world.createProduct("Hosting")
      const opened = await offers.save(product.id, hosting)
      await offers.hide(opened.id)
      await offers.hide(opened.id)
      expect((await offers.read(product.id))?.version).toBe(2)
      const mine = { payment_type: "recurring", rank: 3, version: opened.version }
      expect(await refusalOf(offers.save(product.id, mine))).toEqual(refusedAs("1 is old: hidden changed since"))
    })

    it("one that was set up meanwhile is not overwritten by a form that was opened on none", async () => {
      const product = await world.createProduct("Hosting")
      await offers.save(product.id, { ...hosting, version: 0 })
      expect(await refusalOf(offers.save(product.id, { ...hosting, version: 0 }))).toEqual(refusedAs("0 is old"))
    })

    it("it is not removed where a colleague has added a cycle since: more would go than was said", async () => {
      const product = await world.createProduct("Hosting")
      const seen = await offers.save(product.id, hosting)
      const cycles = [...seen.cycles.map(({ id }) => ({ id, interval: MONTHLY })), { interval: ANNUAL }]
      await offers.save(product.id, { payment_type: "recurring", cycles })
      const remove = (version: number) =>
        offers.admin("delete", `/billing/products/${product.id}/offer?version=${version}`)
      expect(await refusalOf(remove(seen.version))).toEqual(refusedAs("1 is old: cycles changed since"))
      expect(await offers.variantsOf(product.id)).toHaveLength(3)
      await remove(seen.version + 1)
      expect(await offers.read(product.id)).toBeNull()
    })

    it("of four that save the same version at once, one is written", async () => {
      const product = await world.createProduct("Hosting")
      const { version } = await offers.save(product.id, hosting)
      const all = await Promise.allSettled(
        [1, 2, 3, 4].map((rank) => offers.save(product.id, { payment_type: "recurring", rank, version })),
      )
      const won = all.flatMap((one) => (one.status === "fulfilled" ? [one.value.rank] : []))
      expect([won.length, (await offers.read(product.id))?.rank]).toEqual([1, won[0]])
    })
  })

  describe("two admins, one subscription", () => {
    const subscribe = async () => {
      const product = await world.createProduct("Hosting")
      const [id = ""] = await offers.runOn(await offers.save(product.id, hosting), 0, 1)
      // Its period is running, so that a cancellation at the end of it is scheduled.
      const period = { anchor_on: "2098-12-31", period_start: "2098-12-31", period_end: "2099-01-31" }
      await store.knex()("billing_subscription").where({ id }).update(period)
      return id
    }
    const path = (id: string) => `/billing/subscriptions/${id}`
    const read = async (id: string): Promise<SubscriptionDetailAnswer> =>
      (await offers.admin("get", path(id))).subscription

    it("a cancellation at once that was decided before a colleague's is refused, and says what happened", async () => {
      const id = await subscribe()
      const { version } = await read(id)
      await offers.admin("post", `${path(id)}/cancel`, { when: "period_end", reason: "Moves away", version })
      const mine = offers.admin("post", `${path(id)}/cancel`, { when: "now", reason: "Moves away", version })
      expect(await refusalOf(mine)).toEqual(refusedAs(`version: ${version} is old: cancel_scheduled changed since`))
      expect(await read(id)).toMatchObject({ status: "active", version: version + 1 })
      const undo = (seen: number) => offers.admin("post", `${path(id)}/undo-cancel`, { version: seen })
      expect(await refusalOf(undo(version))).toEqual(refusedAs("cancel_scheduled changed since"))
      await undo(version + 1)
      expect(await read(id)).toMatchObject({ cancel_on: null, version: version + 2 })
    })

    it("units are not split off a subscription that a colleague has changed meanwhile", async () => {
      const id = await subscribe()
      await store.knex()("billing_subscription_item").where({ subscription_id: id }).update({ quantity: 3 })
      const { version, items } = await read(id)
      const split = () => offers.admin("post", `${path(id)}/split`, { item_id: items[0]?.id, quantity: 1, version })
      await split()
      expect(await refusalOf(split())).toEqual(refusedAs(`${version} is old: split changed since`))
      expect((await read(id)).items[0]?.quantity).toBe(2)
    })
  })
})
