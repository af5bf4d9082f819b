import { reminderDetailAnswerSchema, reminderListAnswerSchema } from "../../src/contracts/billing/reminders"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { setSwitch } from "../../src/providers/demo-payment/ledger"
import { addDays, compareDates, type CivilDate } from "../../src/rules/calendar"
import { billingTick } from "../../src/workflows/billing/runs/billing-tick"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { createOfferedProduct, type OfferedProduct } from "../support/create-offered-product"
import { createWorld, type World } from "../support/create-world"
import { placeOrder } from "../support/place-order"
import { pushClockTo } from "../support/push-clock-to"
import { runsCompleted } from "../support/runs-completed"
import { storeSuite } from "../support/store-suite"

const BOUGHT_ON = "2027-01-31"
const LAST = "2027-03-09"
const MONTHLY = { unit: "month", count: 1 } as const

export const aMonthOfMessagesSuite = storeSuite(__filename, (store) => {
  let world: World
  let hosting: OfferedProduct
  let archive: OfferedProduct
  let anna: TestCustomer
  let bruno: TestCustomer
  let chloe: TestCustomer

  beforeAll(async () => {
    world = await createWorld(store)
    const { salesChannelId } = world
    const container = store.container()
    const cycles = [{ name: "Monthly", interval: MONTHLY, prices: { eur: 29.9 } }]
    hosting = await createOfferedProduct(container, { title: "Hosting", salesChannelId, cycles })
    archive = await createOfferedProduct(container, { title: "Archive", salesChannelId, trialDays: 21, cycles })
    anna = await createCustomer(container, { email: "anna@test.example", ...world })
    bruno = await createCustomer(container, { email: "bruno@test.example", ...world })
    chloe = await createCustomer(container, { email: "chloe@test.example", ...world })
  })

  const buy = (by: TestCustomer, product: OfferedProduct, paymentData = {}) =>
    placeOrder(store, world, {
      items: [{ variant_id: product.variants.Monthly ?? "", quantity: 1 }],
      headers: by.headers,
      providerId: "pp_demo_demo",
      paymentData,
    })

  const subscriptionsOf = (by: TestCustomer) =>
    store.knex()("billing_subscription").where("customer_id", by.customer.id)

  /** What the scheduled job does on a day, three times. */
  async function day(date: CivilDate): Promise<void> {
    await pushClockTo(store, world, date)
    const today = await store.container().resolve<CoreModuleService>(CORE_MODULE).today()
    for (let tick = 0; tick < 3; tick += 1) {
      await billingTick(store.container(), today)
    }
    await runsCompleted(store)
  }

  /** What somebody found in the mailbox, by its day. */
  async function mailbox(by: TestCustomer): Promise<[CivilDate, string][]> {
    const path = `/admin/billing/reminders?limit=100&customer_id=${by.customer.id}`
    const { data } = await store.api.get(path, world.adminHeaders)
    const mails: [CivilDate, string][] = []
    for (const { id, status, sent_on } of reminderListAnswerSchema.parse(data).reminders.reverse()) {
      const found = await store.api.get(`/admin/billing/reminders/${id}`, world.adminHeaders)
      const { message } = reminderDetailAnswerSchema.parse(found.data.reminder)
      expect(status).toBe("sent")
      mails.push([sent_on ?? "", (message?.subject ?? "").replace(/[\u00a0\u202f]/g, " ")])
    }
    return mails
  }

  it("B37: Anna pays by card, Bruno by invoice and late, Chloé tries the archive and reads French", async () => {
    await pushClockTo(store, world, BOUGHT_ON)
    await buy(anna, hosting, { expires: "2027-03" })
    await buy(bruno, hosting)
    await subscriptionsOf(bruno).update({ collection_method: "send_invoice", next_due_on: "2027-02-21" })
    await buy(chloe, archive)
    await subscriptionsOf(chloe).update({ locale: "fr-FR" })
    for (let date: CivilDate = BOUGHT_ON; compareDates(date, LAST) <= 0; date = addDays(date, 1)) {
      if (date === "2027-02-28") {
        const [{ payment_method }] = await subscriptionsOf(anna).select("payment_method")
        await setSwitch(store.knex(), { scope: payment_method.id, behaviour: "decline" })
      }
      await day(date)
    }

    // The first month is paid at the checkout. Her renewal is counted down, her card's last month noticed, the charge declined.
    const ofAnna = await mailbox(anna)
    expect(ofAnna).toContainEqual(["2027-03-01", "Your card expires soon"])
    expect(ofAnna.slice(0, 6)).toEqual([
      [BOUGHT_ON, "Payment received for invoice INV-000001"],
      ["2027-02-21", "Hosting renews in 7 days"],
      ["2027-02-23", "Hosting renews in 5 days"],
      ["2027-02-25", "Hosting renews in 3 days"],
      ["2027-02-27", "Hosting renews tomorrow"],
      ["2027-02-28", "Your payment of €35.58 failed"],
    ])
    // His invoice comes a week ahead; a day and a week after the due date he is told that it is overdue.
    const ofBruno = await mailbox(bruno)
    expect(ofBruno.map(([date]) => date).slice(0, 6)).toEqual([
      BOUGHT_ON,
      "2027-02-21",
      "2027-02-23",
      "2027-02-25",
      "2027-02-27",
      "2027-03-01",
    ])
    expect(ofBruno.slice(1, 6).map(([, subject]) => subject.replace(/INV-\d+/, "INV"))).toEqual([
      "Invoice INV",
      "Invoice INV is due in 5 days",
      "Invoice INV is due in 3 days",
      "Invoice INV is due tomorrow",
      "Invoice INV is overdue",
    ])
    // She was not charged yet: her trial ends on the 21st.
    const ofChloe = await mailbox(chloe)
    expect(ofChloe.slice(0, 2)).toEqual([
      ["2027-02-14", "Votre essai de Archive se termine dans 7 jours"],
      ["2027-02-20", "Votre essai de Archive se termine demain"],
    ])
    // Nobody has had the same mail twice.
    for (const mails of [ofAnna, ofBruno, ofChloe]) {
      expect(new Set(mails.map((mail) => mail.join(" "))).size).toBe(mails.length)
    }
  })
})
