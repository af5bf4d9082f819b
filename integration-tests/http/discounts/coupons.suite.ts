import type { CouponAnswer } from "../../../src/contracts/discounts/coupons"
import { dispatchOutbox } from "../../../src/workflows/events/dispatch-outbox"
import { CartClient } from "../../support/cart-client"
import { createOfferedProduct, type OfferedProduct } from "../../support/create-offered-product"
import { createSubscriber, type SubscriberStory } from "../../support/create-subscriber"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { givePromotion } from "../../support/give-promotion"
import { pushClockTo } from "../../support/push-clock-to"
import { refusalOf } from "../../support/refusal-of"
import { storeSuite } from "../../support/store-suite"

const BOUGHT_ON = "2027-05-01"
const MONTHLY = { unit: "month", count: 1 } as const

/** Codes of Medusa's promotions on subscriptions at a hundred a month; 119.00 with tax. */
export const couponsSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct
  let backup: OfferedProduct

  beforeAll(async () => {
    world = await createWorld(store)
    const { salesChannelId } = world
    hosting = await createOfferedProduct(store.container(), {
      title: "Hosting",
      salesChannelId,
      cycles: [
        { name: "Monthly", interval: MONTHLY, prices: { eur: 100 } },
        { name: "Annual", interval: { unit: "year", count: 1 }, prices: { eur: 1000 } },
      ],
    })
    const cycles = [{ name: "Monthly", interval: MONTHLY, prices: { eur: 100 }, setupFees: { eur: "10.00" } }]
    backup = await createOfferedProduct(store.container(), { title: "Backup", salesChannelId, trialDays: 14, cycles })
    await pushClockTo(store, world, BOUGHT_ON)
  })

  afterEach(async () => {
    await dispatchOutbox(store.container())
    await store.settled()
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  const at = (promotionId: string) => `/admin/discounts/promotions/${promotionId}/renewals`
  const say = async (promotionId: string, body: object): Promise<CouponAnswer> =>
    (await store.api.post(at(promotionId), body, world.adminHeaders)).data.coupon
  const buyWith = (product: OfferedProduct, ...codes: string[]): Promise<SubscriberStory> =>
    createSubscriber(store, {
      ...{ world, hosting: product, email: "clara@test.example" },
      buy: async (headers) => {
        const buyer = new CartClient(store, world, headers)
        const items = [{ variant_id: product.variants.Monthly ?? "", quantity: 1 }]
        const cart = await buyer.create("de", { items, email: "clara@test.example" })
        await buyer.promote(cart.id, ...codes)
        await buyer.complete(cart.id, "pp_demo_demo")
      },
    })
  const billed = async ({ id }: SubscriberStory) => {
    const rows = await store.knex()("billing_renewal").where({ subscription_id: id }).orderBy("cycle")
    return rows.map(({ total }) => Number(total).toFixed(2))
  }
  const discountsOf = async (clara: SubscriberStory) => {
    const { data } = await store.api.get(`/admin/billing/subscriptions/${clara.id}`, world.adminHeaders)
    return data.subscription.items[0].discounts
  }
  const cycleOf = async (product: OfferedProduct, name: string): Promise<string> =>
    (await store.knex()("billing_cycle").where({ variant_id: product.variants[name] }).first("id")).id

  it("B28: a code for three cycles and one for ever, one after the other; what is left is shown, and renewals follow", async () => {
    const spring = await givePromotion(store.container(), { code: "SPRING", value: 20 })
    const friend = await givePromotion(store.container(), { code: "FRIEND", value: 5, type: "fixed" })
    await say(spring, { renewals: "cycles", renewal_cycles: 3 })
    await say(friend, { renewals: "forever" })
    const clara = await buyWith(hosting, "SPRING", "FRIEND")
    expect(await discountsOf(clara)).toMatchObject([
      { name: "SPRING", mode: "percent", value: "20", promotion_id: spring, cycles_left: 2 },
      { name: "FRIEND", mode: "fixed", value: "5", promotion_id: friend, cycles_left: null },
    ])
    // (100 − 20 − 5) with 19 %.
    expect((await clara.seen()).upcoming).toMatchObject({ discount_total: "25.00", total: "89.25" })
    // What becomes of the promotion concerns nobody who has ordered with it.
    await say(spring, { renewals: "first_only" })
    await clara.until("2027-06-01", "2027-07-01")
    expect(await discountsOf(clara)).toMatchObject([{ cycles_left: 0 }, { cycles_left: null }])
    await clara.until("2027-08-01")
    expect(await billed(clara)).toEqual(["89.25", "89.25", "113.05"])
  })

  it("B28: one that nothing was said of is of the first order", async () => {
    await givePromotion(store.container(), { code: "ONCE", value: 50 })
    const clara = await buyWith(hosting, "ONCE")
    expect(await discountsOf(clara)).toEqual([])
    expect((await clara.seen()).upcoming).toMatchObject({ total: "119.00" })
  })

  it("B14, B28: in a trial, a code that took something off the set-up fee is given from the first charge on", async () => {
    const spring = await givePromotion(store.container(), { code: "SPRING", value: 20 })
    await say(spring, { renewals: "cycles", renewal_cycles: 2 })
    const clara = await buyWith(backup, "SPRING")
    expect(await discountsOf(clara)).toMatchObject([{ name: "SPRING", cycles_left: 2 }])
    await clara.until("2027-05-15", "2027-06-15", "2027-07-15")
    expect(await billed(clara)).toEqual(["95.20", "95.20", "119.00"])
  })

  it("B25: more units keep a code, another length of cycle ends one for some cycles, another product has none", async () => {
    const spring = await givePromotion(store.container(), { code: "SPRING", value: 20 })
    const friend = await givePromotion(store.container(), { code: "FRIEND", value: 10 })
    await say(spring, { renewals: "cycles", renewal_cycles: 6 })
    await say(friend, { renewals: "forever" })
    const clara = await buyWith(hosting, "SPRING", "FRIEND")
    const preview = async (body: object) => {
      const path = `/admin/billing/subscriptions/${clara.id}/changes/preview`
      const { change } = await clara.admin<{ change: { invoice: object } }>(path, { ...body, when: "period_end" })
      return change.invoice
    }
    // 200 − 40 − 16, with tax.
    expect(await preview({ quantity: 2 })).toMatchObject({ discount_total: "56.00", total: "171.36" })
    const annual = await cycleOf(hosting, "Annual")
    expect(await preview({ cycle_id: annual })).toMatchObject({ discount_total: "100.00", total: "1071.00" })
    expect(await preview({ cycle_id: await cycleOf(backup, "Monthly") })).toMatchObject({ discount_total: "0.00" })
    await clara.admin(`/admin/billing/subscriptions/${clara.id}/changes`, { cycle_id: annual, when: "period_end" })
    await clara.until("2027-06-01")
    expect(await billed(clara)).toEqual(["1071.00"])
    expect(await discountsOf(clara)).toMatchObject([{ name: "FRIEND", cycles_left: null }])
  })

  it("is said by an admin, one after the other; what makes no sense is refused with the field", async () => {
    const id = await givePromotion(store.container(), { code: "SPRING", value: 20 })
    const { data } = await store.api.get(at(id), world.adminHeaders)
    expect(data.coupon).toEqual({
      ...{ promotion_id: id, code: "SPRING", renewals: "first_only", renewal_cycles: null, version: 0 },
    })
    const first = await Promise.allSettled([
      say(id, { renewals: "forever", version: 0 }),
      say(id, { renewals: "cycles", renewal_cycles: 2, version: 0 }),
    ])
    expect(first.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await say(id, { renewals: "cycles", renewal_cycles: 4, version: 1 })).toMatchObject({ version: 2 })
    expect((await refusalOf(say(id, { renewals: "forever", version: 1 }))).message).toMatch(/^Somebody else changed it/)
    const refused = async (body: object) => (await refusalOf(say(id, body))).message
    expect(await refused({ renewals: "cycles" })).toMatch(/renewal_cycles: takes a number of cycles/)
    expect(await refused({ renewals: "forever", renewal_cycles: 2 })).toMatch(/renewal_cycles: has a meaning/)
    expect(await refused({ renewals: "cycles", renewal_cycles: 0 })).toMatch(/renewal_cycles/)
    expect((await refusalOf(say("promo_none", { renewals: "forever" }))).status).toBe(404)
    const [row] = await store.knex()("discounts_coupon")
    await expect(
      store
        .knex()("discounts_coupon")
        .insert({ ...row, id: "dcpn_second" }),
    ).rejects.toThrow(/IDX_discounts_coupon_promotion_id/)
  })
})
