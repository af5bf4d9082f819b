import { Modules } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BillingModuleService,
  loadBilledSubscriptions,
  loadCollectibleRenewals,
  openRun,
  recordPreparingRenewals,
} from "../../src/modules/billing"
import { changeRoomSettings } from "../../src/modules/core"
import { mergeRenewalOrders, newRenewal } from "../../src/rules/billing"
import { setSwitch } from "../../src/providers/demo-payment/ledger"
import { chargeRenewals } from "../../src/workflows/billing/charges/charge-renewals"
import { issueRenewalsWorkflow } from "../../src/workflows/billing/renewals/issue-renewals"
import { composeOrder } from "../../src/workflows/billing/renewals/compose-order"
import { recordCycles } from "../../src/workflows/billing/renewals/record-cycles"
import { loadRenewalFacts } from "../../src/workflows/billing/renewals/load-renewal-facts"
import { chargesInEuro } from "../support/charges-in-euro"
import { createWorld, type World } from "../support/create-world"
import { findBillingFaults } from "../support/find-billing-faults"
import { runBilling } from "../support/run-billing"
import { seedSubscriptions } from "../support/seed-subscriptions"
import { storeTest } from "../support/store-test"

/** Moments at which a process may die, made by hand: what the random deaths of the other suite hit by chance. */
storeTest((store) => {
  let world: World

  const billing = () => store.container().resolve<BillingModuleService>(BILLING_MODULE)
  const seedMany = (count: number): Promise<string[]> =>
    seedSubscriptions(store.knex(), {
      count,
      prefix: "H",
      anchorOn: "2026-01-31",
      currencyCode: "eur",
      regionId: world.regions.eur.id,
      salesChannelId: world.salesChannelId,
      countryCode: "de",
      unitPrice: "29.90",
      withMethods: true,
    })
  const seed = async (): Promise<string> => (await seedMany(1))[0] ?? ""

  /** The state after a worker crashed between the order of the first renewal and everything else. */
  async function leaveOrder(id: string): Promise<void> {
    const { knex } = billing().db
    const run = await openRun(knex, { asOf: "2026-02-28", requestedBy: "test" })
    const [subscription] = await loadBilledSubscriptions(knex, [id])
    if (!subscription) {
      throw new Error("The subscription was not seeded")
    }
    const period = { cycle: 1, periodStart: "2026-02-28", periodEnd: "2026-03-31", dueOn: "2026-02-28" }
    await recordPreparingRenewals(knex, [newRenewal(subscription, period, run.id)])
    const decision = { kind: "bill" as const, ...period }
    const facts = await loadRenewalFacts(store.container(), [{ subscription, decision }])
    const order = composeOrder(subscription, decision, facts)
    await store.container().resolve(Modules.ORDER).createOrders([order])
    await knex("billing_run").where({ id: run.id }).update({ status: "stopped" })
  }

  beforeAll(async () => {
    world = await createWorld(store)
  })

  it("decision 7: a charge that was declined and not settled is settled, and not made again", async () => {
    const id = await seed()
    const { knex } = billing().db
    await setSwitch(knex, { scope: "*", behaviour: "decline" })
    const run = await openRun(knex, { asOf: "2026-02-28", requestedBy: "test" })
    const batch = { run_id: run.id, as_of: "2026-02-28", worker: "dead" }
    await knex("billing_run").where({ id: run.id }).update({ status: "running" })
    await issueRenewalsWorkflow(store.container()).run({ input: batch })
    const renewals = await loadCollectibleRenewals(knex, [`bren_${id.slice(5)}_1`])
    const [charged] = await chargeRenewals(store.container(), chargesInEuro(renewals, batch.as_of))
    expect(charged?.outcome?.status).toBe("soft_declined")

    await runBilling(store.container(), "2026-02-28")
    expect(await knex("billing_charge_attempt").select("number", "status")).toEqual([
      { number: 1, status: "soft_declined" },
    ])
    expect(await billing().retrieveRenewal(`bren_${id.slice(5)}_1`)).toMatchObject({ status: "failed", attempts: 1 })
    expect(await findBillingFaults(knex)).toEqual([])
  })

  it("decision 7: the invoice has the taxes of its order, though a tax rate has changed since", async () => {
    const id = await seed()
    await leaveOrder(id)
    const tax = store.container().resolve(Modules.TAX)
    const rates = await tax.listTaxRates({ code: "DE-VAT" })
    await tax.updateTaxRates({ id: rates.map((rate) => rate.id) }, { rate: 7 })

    await runBilling(store.container(), "2026-02-28")
    const invoice = await store.knex()("billing_invoice").first("total", "tax_total")
    expect([Number(invoice.total), Number(invoice.tax_total)]).toEqual([35.58, 5.68])
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B35: a cycle that was begun is billed, though the run that comes after would skip it", async () => {
    const id = await seed()
    await leaveOrder(id)
    const { options } = billing()
    const before = options.catchUp
    options.catchUp = "current"
    await runBilling(store.container(), "2026-05-31")
    options.catchUp = before

    const renewals = await store.knex()("billing_renewal").orderBy("cycle").select("cycle", "status")
    expect(renewals.map(({ cycle, status }) => [cycle, status])).toEqual([
      [1, "paid"],
      [2, "skipped"],
      [3, "skipped"],
      [4, "paid"],
    ])
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("B39: a subscription that cannot be billed does not hold up the others, and is billed when it can be", async () => {
    const ids = await seedMany(30)
    const { knex } = billing().db
    const bad = ids[7] ?? ""
    await knex("billing_subscription").where({ id: bad }).update({ currency_code: "xyz" })
    const run = await billing().retrieveRun(await runBilling(store.container(), "2026-02-28"))
    expect(run).toMatchObject({ status: "completed", issued: 29, paid: 29 })
    expect(run.error).toContain(bad)
    expect((await findBillingFaults(knex)).every((fault) => fault.includes(bad.slice(5)))).toBe(true)

    // It is left alone for ten minutes of the database's own clock.
    await knex("billing_subscription").where({ id: bad }).update({ currency_code: "eur", claimed_until: null })
    await knex("billing_renewal").where({ subscription_id: bad }).update({ currency_code: "eur" })
    await knex("order")
      .where("id", "like", `order_${bad.slice(5)}_%`)
      .update({ currency_code: "eur" })
    expect(await billing().retrieveRun(await runBilling(store.container(), "2026-02-28"))).toMatchObject({
      issued: 1,
      paid: 1,
    })
    expect(await findBillingFaults(knex)).toEqual([])
  })

  describe("one invoice for a customer's day", () => {
    const AS_OF = "2026-02-28"

    /** Subscriptions of one customer that are put together, in a run whose worker died before their invoice. */
    async function leaveGroup({ withOrder }: { withOrder: boolean }): Promise<string[]> {
      const ids = await seedMany(3)
      const { knex } = billing().db
      await knex("billing_subscription")
        .whereIn("id", ids)
        .update({ customer_id: "cus_pair", collection_method: "send_invoice" })
      const run = await openRun(knex, { asOf: AS_OF, requestedBy: "test" })
      await knex("billing_run").where({ id: run.id }).update({ status: "running" })
      const [late = "", ...first] = ids
      // The first of them is found later in the day.
      await knex("billing_subscription").where({ id: late }).update({ next_due_on: "2026-03-31" })
      const subscriptions = await loadBilledSubscriptions(knex, first)
      const period = { cycle: 1, periodStart: AS_OF, periodEnd: "2026-03-31", dueOn: AS_OF }
      const decision = { kind: "bill" as const, ...period }
      const prepared = subscriptions.map((subscription) => ({ subscription, decisions: [decision] }))
      const batch = { run_id: run.id, as_of: AS_OF, worker: "dead", together: true }
      const recorded = await recordCycles(store.container(), prepared, batch)
      if (withOrder) {
        const facts = await loadRenewalFacts(
          store.container(),
          subscriptions.map((subscription) => ({ subscription, decision })),
        )
        const orders = subscriptions.map((subscription) => composeOrder(subscription, decision, facts))
        const [leadId = ""] = Object.values(recorded.leads)
        const [one, ...others] = orders
        if (one) {
          const order = mergeRenewalOrders(leadId, [one, ...others])
          await store.container().resolve(Modules.ORDER).createOrders([order])
        }
      }
      await knex("billing_run").where({ id: run.id }).update({ status: "stopped" })
      await knex("billing_subscription").where({ id: late }).update({ next_due_on: AS_OF })
      return ids
    }

    it.each([
      ["before its order was made", false],
      ["after it", true],
    ])(
      "decision 46: a group whose worker died %s is found as it was, whatever the setting is by now",
      async (_, withOrder) => {
        const [late, ...first] = await leaveGroup({ withOrder })
        const { knex } = billing().db
        await changeRoomSettings(knex, { room: "billing", values: { one_invoice_a_day: !withOrder } })
        await runBilling(store.container(), AS_OF)
        const rows = await knex("billing_renewal").orderBy("subscription_id").select("subscription_id", "invoice_id")
        const invoiceOf = (id: string | undefined) =>
          rows.find(({ subscription_id }: { subscription_id: string }) => subscription_id === id)?.invoice_id
        expect(invoiceOf(first[0])).toBe(invoiceOf(first[1]))
        expect(invoiceOf(late)).not.toBe(invoiceOf(first[0]))
        expect(await knex("billing_invoice")).toHaveLength(2)
        expect(await findBillingFaults(knex)).toEqual([])
      },
    )

    it("B39: one that cannot be billed holds up neither its customer's others nor the run", async () => {
      const ids = await seedMany(3)
      const { knex } = billing().db
      await changeRoomSettings(knex, { room: "billing", values: { one_invoice_a_day: true } })
      await knex("billing_subscription").whereIn("id", ids).update({ customer_id: "cus_pair" })
      const bad = ids[1] ?? ""
      await knex("billing_subscription").where({ id: bad }).update({ currency_code: "xyz" })
      const run = await billing().retrieveRun(await runBilling(store.container(), AS_OF))
      expect(run).toMatchObject({ status: "completed", issued: 2 })
      expect(run.error).toContain(bad)
      expect((await findBillingFaults(knex)).every((fault) => fault.includes(bad.slice(5)))).toBe(true)
    })
  })
})
