import { medusaIntegrationTestRunner, type MedusaSuiteOptions } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AxiosInstance } from "axios"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { resolve } from "path"
import { setTimeout } from "timers/promises"
import { StatementLog } from "./statement-log"

/** A running store on a database of its own, which is put back to its first state before each test. */
export type TestStore = {
  /** An axios client on the store's address. It throws on 4xx and 5xx, as axios does: `error.response`. */
  api: AxiosInstance
  /** The application's container; a function, because the store is booted after the suite is described. */
  container: () => MedusaContainer
  /** The database itself, for SQL checks. */
  knex: () => Knex
  /** Waits until no workflow is under way, and until the event of every order that was placed has been dealt with. */
  settled: () => Promise<void>
  databaseUrl: string
}

/** Placed orders without an invoice that are no renewal's, and what rooms have still to make of orders. */
const UNSETTLED = `
  select o.id from "order" o
  where o.deleted_at is null and not o.is_draft_order and o.status not in ('draft', 'canceled')
    and not exists (select 1 from billing_invoice i where i.order_id = o.id and i.kind = 'invoice')
    and not exists (select 1 from billing_renewal r where r.id = 'bren_' || substr(o.id, 7))
  union all
  select id from service_core_order_task where handled_at is null and last_error is null
  limit 1`

/** Asks every 50 ms whether something has come about, for five seconds at most: events are dealt with in the background. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100 && !(await isSo()); tries++) {
    await setTimeout(50)
  }
}

const asStore = (options: MedusaSuiteOptions): TestStore => ({
  api: options.api,
  container: options.getContainer,
  knex: () => options.getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION),
  settled: async () => {
    await options.utils.waitWorkflowExecutions()
    const knex: Knex = options.getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await until(async () => (await knex.raw<{ rows: unknown[] }>(UNSETTLED)).rows.length === 0)
  },
  databaseUrl: options.dbConfig.clientUrl,
})

/**
 * Boots this repository's own store (`medusa-config.ts`) for the suite. What `beforeAll` of the suite writes is part of
 * the first state; what a test writes is gone before the next.
 *
 * ```ts
 * storeTest((store) => {
 *   let world: World
 *   beforeAll(async () => { world = await createWorld(store) })
 *   it("B5: …", async () => { await store.api.post("/store/carts", {…}, world.storeHeaders) })
 * })
 * ```
 */
export function storeTest(suite: (store: TestStore) => void): void {
  medusaIntegrationTestRunner({
    cwd: resolve(__dirname, "../.."),
    inApp: true,
    testSuite: (options) => {
      const store = asStore(options)
      const statements = new StatementLog()
      beforeAll(() => statements.listen(store.knex()))
      suite(store)
      it("decision 12, B39: whatever was asked of a table that grows is found by an index", async () => {
        expect(await statements.readWhole(store.databaseUrl)).toEqual([])
      })
    },
  })
}
