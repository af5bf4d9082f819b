import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { setSwitch } from "../../src/providers/demo-payment/ledger"
import type { DemoBehaviour, DemoLateOutcome } from "../../src/contracts/billing/demo-payments"
import type { CivilDate } from "../../src/rules/calendar"
import { billingTick } from "../../src/workflows/billing/runs/billing-tick"
import type { RequestHeaders } from "./create-admin"
import { createCustomer } from "./create-customer"
import type { OfferedProduct } from "./create-offered-product"
import type { World } from "./create-world"
import { placeOrder } from "./place-order"
import { pushClockTo } from "./push-clock-to"
import { runsCompleted } from "./runs-completed"
import type { TestStore } from "./store-test"

export interface SubscriberStory {
  /** Lives until a day: the scheduled job runs on each day that is named. */
  until(...dates: CivilDate[]): Promise<void>
  /** How the demo provider answers from now on. */
  bank(behaviour: DemoBehaviour): Promise<void>
  /** What the bank says later of the latest charge. */
  later(outcome: DemoLateOutcome): Promise<void>
  /** The subscription as the admin shows it. */
  seen(): Promise<Record<string, never> & { status: string; [key: string]: unknown }>
  /** The time line's entries, the first one first. */
  timeLine(): Promise<string[]>
  /** What was asked of the bank: status and key's end of each attempt. */
  attempts(): Promise<{ number: number; status: string; as_of: string; reason: string | null }[]>
  admin<Answer>(path: string, body: Record<string, unknown>): Promise<Answer>
  customer<Answer>(path: string, body: Record<string, unknown>): Promise<Answer>
  id: string
}

export interface SubscriberInput {
  world: World
  hosting: OfferedProduct
  email: string
  /** Buys another way. */
  buy?: (headers: RequestHeaders["headers"]) => Promise<unknown>
}

/** A customer who has bought a monthly subscription with a demo card, and what happens to them from then on. */
export async function createSubscriber(
  store: TestStore,
  { world, hosting, email, buy }: SubscriberInput,
): Promise<SubscriberStory> {
  const { headers } = await createCustomer(store.container(), { email, storeHeaders: world.storeHeaders })
  const items = [{ variant_id: hosting.variants.Monthly ?? "", quantity: 1 }]
  await (buy?.(headers) ?? placeOrder(store, world, { items, headers, providerId: "pp_demo_demo" }))
  const knex = store.knex()
  const { id } = await knex("billing_subscription").where({ email }).first("id")
  const today = () => store.container().resolve<CoreModuleService>(CORE_MODULE).today()
  const seen = async () =>
    (await store.api.get(`/admin/billing/subscriptions/${id}`, world.adminHeaders)).data.subscription
  return {
    id,
    async until(...dates) {
      for (const date of dates) {
        await pushClockTo(store, world, date)
        // The clock starts a run by itself; what is overdue is looked at by the tick after it.
        await store.settled()
        await runsCompleted(store)
        await billingTick(store.container(), await today())
        await runsCompleted(store)
        // A run may have gone on in the background; the next tick looks again.
        await billingTick(store.container(), await today())
        await runsCompleted(store)
      }
    },
    bank: (behaviour) => setSwitch(knex, { scope: "*", behaviour }),
    async later(outcome) {
      const [charge] = await knex("demo_payment_charge").orderBy("created_at", "desc").limit(1)
      await store.api.post(`/admin/billing/demo-payments/charges/${charge.id}`, { outcome }, world.adminHeaders)
      await store.settled()
    },
    seen,
    timeLine: async () =>
      (await seen()).events
        .map(({ type }: { type: string }) => type)
        .filter((type: string) => type !== "reminder_sent")
        .reverse(),
    async attempts() {
      const rows = await knex("billing_charge_attempt").where({ subscription_id: id }).orderBy(["as_of", "number"])
      return rows.map(({ number, status, as_of, reason }) => ({ number, status, as_of, reason }))
    },
    admin: async (path, body) => (await store.api.post(path, body, world.adminHeaders)).data,
    customer: async (path, body) => (await store.api.post(path, body, { headers })).data,
  }
}
