import { Modules } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService } from "../../../src/modules/billing"
import { setSwitch } from "../../../src/providers/demo-payment/ledger"
import { renewalIds } from "../../../src/rules/billing"
import { billingTick } from "../../../src/workflows/billing/runs/billing-tick"
import { createWorld, type World } from "../../support/create-world"
import { findBillingFaults } from "../../support/find-billing-faults"
import { refuseRows } from "../../support/refuse-rows"
import { runBilling } from "../../support/run-billing"
import { runsCompleted } from "../../support/runs-completed"
import { seedSubscriptions } from "../../support/seed-subscriptions"
import { storeSuite } from "../../support/store-suite"

const DUE = "2026-02-28"

/** One record that the database refuses, among others that are well. */
export const brokenRecordsSuite = storeSuite(__filename, (store) => {
  let world: World

  const seed = (count = 6): Promise<string[]> =>
    seedSubscriptions(store.knex(), {
      count,
      prefix: "B",
      anchorOn: "2026-01-31",
      currencyCode: "eur",
      regionId: world.regions.eur.id,
      salesChannelId: world.salesChannelId,
      countryCode: "de",
      unitPrice: "29.90",
      withMethods: true,
    })
  const billing = () => store.container().resolve<BillingModuleService>(BILLING_MODULE)
  const renewals = async (): Promise<[string, string][]> =>
    (await store.knex()("billing_renewal").select("subscription_id", "status").orderBy("subscription_id")).map(
      (row) => [row.subscription_id, row.status],
    )
  const statuses = async (): Promise<[string, string][]> =>
    (await store.knex()("billing_subscription").select("id", "status").orderBy("id")).map((row) => [row.id, row.status])
  const all = (ids: string[], status: string, but: Record<string, string> = {}): [string, string][] =>
    [...ids].sort().map((id) => [id, but[id] ?? status])
  /** The shares of a run go on in the background; the tick after it sees what came of it. */
  const tick = async (asOf: string): Promise<void> => {
    for (let twice = 0; twice < 2; twice++) {
      await billingTick(store.container(), asOf)
      await store.settled()
      await runsCompleted(store)
    }
  }

  beforeAll(async () => {
    world = await createWorld(store)
  })

  it("issue 9, B39: a renewal that cannot be collected holds up no other: the run names it, ends, and the next one collects it", async () => {
    const ids = await seed()
    const bad = ids[1] ?? ""
    const cure = await refuseRows(store.knex(), {
      table: "order_transaction",
      condition: `new.order_id = '${renewalIds(bad, 1).order}'`,
    })
    const runId = await runBilling(store.container(), DUE)
    expect(await billing().retrieveRun(runId)).toMatchObject({
      status: "completed",
      issued: 6,
      paid: 5,
      error: expect.stringContaining(bad),
    })
    const { data } = await store.api.get(`/admin/billing/runs/${runId}`, world.adminHeaders)
    expect(data.run.problems).toMatchObject([{ subscription_id: bad, reason: expect.stringContaining("broken") }])
    expect(await renewals()).toEqual(all(ids, "paid", { [bad]: "issued" }))

    await cure()
    // The back-off is the database's own clock.
    await store.knex()("billing_renewal").update({ claimed_until: null })
    await tick(DUE)
    expect(await renewals()).toEqual(all(ids, "paid"))
    expect(await store.knex()("demo_payment_charge").where({ status: "captured" })).toHaveLength(6)
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("issue 9, B39: many that are due first and fail hold up nobody, and are tried less and less often", async () => {
    const ids = await seed(24)
    const bad = ids.slice(0, 12)
    const cure = await refuseRows(store.knex(), {
      table: "billing_renewal",
      condition: `new.subscription_id in (${bad.map((id) => `'${id}'`).join(", ")})`,
    })
    const first = await billing().retrieveRun(await runBilling(store.container(), DUE))
    expect(first).toMatchObject({ status: "completed", issued: 12, paid: 12 })
    expect(await renewals()).toEqual(all(ids.slice(12), "paid"))
    const waits = async (): Promise<number[]> =>
      (
        await store
          .knex()("billing_subscription")
          .whereIn("id", bad)
          .select(store.knex().raw("round(extract(epoch from claimed_until - now()) / 60)::int as minutes"))
      ).map(({ minutes }) => minutes)
    expect(Math.max(...(await waits()))).toBeLessThanOrEqual(10)
    await runBilling(store.container(), DUE)
    expect(Math.min(...(await waits()))).toBeGreaterThan(10)

    await cure()
    await runBilling(store.container(), DUE)
    expect(await renewals()).toEqual(all(ids, "paid"))
    expect(await findBillingFaults(store.knex())).toEqual([])
  })

  it("issue 9, B33, B60: what cannot be dunned or counted holds up no other, nor does a duty that fails", async () => {
    const ids = await seed()
    const bad = ids[2] ?? ""
    await setSwitch(store.knex(), { scope: "*", behaviour: "decline" })
    await tick(DUE)
    const uncounted = async (): Promise<string[]> =>
      store
        .knex()("billing_figure_event")
        .where({ is_waiting: true })
        .distinct("subscription_id")
        .pluck("subscription_id")
    expect(await uncounted()).toEqual([])
    const cures = [
      await refuseRows(store.knex(), { table: "billing_subscription_figure", condition: `new.id = '${bad}'` }),
    ]
    await tick("2026-03-01")
    expect(await statuses()).toEqual(all(ids, "past_due"))
    expect(await uncounted()).toEqual([bad])

    const files = store.container().resolve(Modules.FILE)
    const storage = jest.spyOn(files, "deleteFiles").mockRejectedValue(new Error("the storage is down"))
    const day = new Date(Date.now() - 86_400_000)
    await store.knex()("billing_document_upload").insert({ file_id: "file_left", created_at: day })
    cures.push(
      await refuseRows(store.knex(), { table: "service_core_timeline_entry", condition: `new.subject_id = '${bad}'` }),
    )
    await tick("2026-03-03").finally(() => storage.mockRestore())
    expect(await statuses()).toEqual(all(ids, "suspended", { [bad]: "past_due" }))

    await Promise.all(cures.map((cure) => cure()))
    await store.knex()("billing_renewal").update({ claimed_until: null })
    await tick("2026-03-03")
    expect(await statuses()).toEqual(all(ids, "suspended"))
    expect(await uncounted()).toEqual([])
    expect(await store.knex()("billing_document_upload")).toEqual([])
    expect(await findBillingFaults(store.knex())).toEqual([])
  })
})
