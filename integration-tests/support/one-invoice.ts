import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import type { DemoBehaviour, DemoLateOutcome } from "../../src/contracts/billing/demo-payments"
import { setSwitch } from "../../src/providers/demo-payment/ledger"
import type { CivilDate } from "../../src/rules/calendar"
import { billingTick } from "../../src/workflows/billing/runs/billing-tick"
import { createCustomer } from "./create-customer"
import type { OfferedProduct } from "./create-offered-product"
import type { World } from "./create-world"
import { placeOrder } from "./place-order"
import { pushClockTo } from "./push-clock-to"
import { runsCompleted } from "./runs-completed"
import type { TestStore } from "./store-test"

/** A renewal with the account of the invoice that it is on. */
export interface RenewalSeen {
  id: string
  billed_with: string | null
  subscription_id: string
  order_id: string
  invoice_id: string
  status: string
  total: string
  collect_on: string | null
}

export type Household = Awaited<ReturnType<typeof createHousehold>>

/** A customer with several monthly subscriptions of the same day, bought in one order each, and what happens to them. */
export async function createHousehold(
  store: TestStore,
  { world, products, email }: { world: World; products: OfferedProduct[]; email: string },
) {
  const knex = store.knex()
  const { headers, customer } = await createCustomer(store.container(), { email, storeHeaders: world.storeHeaders })
  for (const { variants } of products) {
    const items = [{ variant_id: variants.Monthly ?? "", quantity: 1 }]
    await placeOrder(store, world, { items, headers, providerId: "pp_demo_demo" })
  }
  const ids: string[] = await knex("billing_subscription").where({ email }).orderBy("display_id").pluck("id")
  const today = () => store.container().resolve<CoreModuleService>(CORE_MODULE).today()
  const seen = async (id: string) =>
    (await store.api.get(`/admin/billing/subscriptions/${id}`, world.adminHeaders)).data.subscription
  return {
    ids,
    customerId: customer.id,
    seen,
    statuses: async (): Promise<string[]> => Promise.all(ids.map(async (id) => (await seen(id)).status)),
    timeLine: async (id: string): Promise<string[]> =>
      (await seen(id)).events
        .map(({ type }: { type: string }) => type)
        .filter((type: string) => type !== "reminder_sent")
        .reverse(),
    /** In the order of the subscriptions' numbers. */
    renewals: async (): Promise<RenewalSeen[]> =>
      knex("billing_renewal as r")
        .join("billing_subscription as s", "s.id", "r.subscription_id")
        .whereIn("r.subscription_id", ids)
        .orderBy(["r.cycle", "s.display_id"])
        .select("r.*"),
    attempts: async (): Promise<{ number: number; status: string; amount: string }[]> =>
      knex("billing_charge_attempt").whereIn("subscription_id", ids).orderBy(["as_of", "number"]),
    bank: (behaviour: DemoBehaviour) => setSwitch(knex, { scope: "*", behaviour }),
    async later(outcome: DemoLateOutcome) {
      const [charge] = await knex("demo_payment_charge").orderBy("created_at", "desc").limit(1)
      await store.api.post(`/admin/billing/demo-payments/charges/${charge.id}`, { outcome }, world.adminHeaders)
      await store.settled()
    },
    async until(...dates: CivilDate[]) {
      for (const date of dates) {
        await pushClockTo(store, world, date)
        await store.settled()
        await runsCompleted(store)
        for (let tick = 0; tick < 2; tick += 1) {
          await billingTick(store.container(), await today())
          await runsCompleted(store)
        }
      }
    },
    admin: async (path: string, body: Record<string, unknown>) =>
      (await store.api.post(path, body, world.adminHeaders)).data,
    read: async (path: string) => (await store.api.get(path, world.adminHeaders)).data,
    customer: async (path: string, body: Record<string, unknown>) =>
      (await store.api.post(path, body, { headers })).data,
  }
}
