import type { DemoBehaviour } from "../../src/providers/demo-payment/behaviours"
import { setSwitch } from "../../src/providers/demo-payment/ledger"
import type { World } from "../support/create-world"
import { seedSubscriptions, type SeededSubscriptions } from "../support/seed-subscriptions"
import type { TestStore } from "../support/store-test"
import { SUBSCRIPTIONS } from "./settings"

/** The dates of the billing runs: the first finds three cycles missed, the others one each. */
export const RUN_DATES = ["2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31"]

/** Saved methods with these endings behave so; all others are charged at once. */
const BEHAVIOURS: [DemoBehaviour, string[]][] = [
  ["decline", ["05", "14", "25"]],
  ["hard_decline", ["06"]],
  ["timeout_after_capture", ["02", "07", "12", "35"]],
  ["slow", ["04", "20"]],
]

const share = (percent: number): number => Math.ceil((SUBSCRIPTIONS * percent) / 100)

/**
 * Subscriptions of many kinds: two currencies, tax on top and inside, several units, an invoice that is sent, one that
 * is free, some that end on the way; and payment methods that decline, time out after the money was taken, or are slow.
 */
export async function seedWorld(store: TestStore, world: World): Promise<void> {
  const knex = store.knex()
  const euro: SeededSubscriptions = {
    count: share(50),
    prefix: "E",
    anchorOn: "2026-01-31",
    currencyCode: "eur",
    regionId: world.regions.eur.id,
    salesChannelId: world.salesChannelId,
    countryCode: "de",
    unitPrice: "29.90",
    withMethods: true,
  }
  const francs = { ...euro, currencyCode: "chf", regionId: world.regions.chf.id, countryCode: "ch" }
  await seedSubscriptions(knex, euro)
  await seedSubscriptions(knex, { ...francs, prefix: "F", count: share(28), unitPrice: "9.00", quantity: 3 })
  await seedSubscriptions(knex, { ...francs, prefix: "I", count: share(8), unitPrice: "109.20", isTaxInclusive: true })
  await seedSubscriptions(knex, { ...euro, prefix: "Z", count: share(7), unitPrice: "0" })
  const sent = { collectionMethod: "send_invoice", withMethods: false } as const
  await seedSubscriptions(knex, { ...euro, ...sent, prefix: "S", count: share(7) })
  await knex("billing_subscription").where("id", "like", "bsub_E%3").update({ cancel_on: "2026-05-31" })

  const methods: { id: string }[] = await knex("demo_payment_method").select("id")
  for (const [behaviour, endings] of BEHAVIOURS) {
    for (const { id } of methods.filter((method) => endings.some((ending) => method.id.endsWith(ending)))) {
      await setSwitch(knex, { scope: id, behaviour, delay_ms: behaviour === "slow" ? 120 : 0 })
    }
  }
}
