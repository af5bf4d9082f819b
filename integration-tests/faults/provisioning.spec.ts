import { ProvisioningWorld } from "../support/create-provisioning-world"
import { storeTest } from "../support/store-test"
import { ProcessPool } from "./process-pool"
import { randomFrom } from "./random"
import { KILLS, SEED } from "./settings"

/** Of each call: claimed, prepared, asked, recorded. */
const STATEMENTS_OF_A_CALL = 14
const SERVICES = 6
const WORKERS = 2

storeTest((store) => {
  let made: ProvisioningWorld
  let pool: ProcessPool

  beforeAll(async () => {
    made = new ProvisioningWorld(store)
    await made.create()
  })
  afterAll(() => made.endpoint.outside.stop())
  afterEach(() => pool.end())

  /** The leases of those that died are over, and what waits is due. */
  const timePasses = () =>
    store
      .knex()("provisioning_call")
      .whereIn("status", ["waiting", "running"])
      .update({ next_try_at: store.knex().fn.now() })

  const wanted = (change: object) => store.knex()("provisioning_service").update(change)
  const record = async (services: string[], action: string) => {
    await store
      .knex()("provisioning_call")
      .insert(
        services.map((id) => ({
          ...{ id: `pcall_${action}_${id}`, service_id: id, action, next_try_at: store.knex().fn.now() },
          ...(action === "create" ? {} : { server_id: made.serverId }),
        })),
      )
  }

  it(`S5: ${KILLS} processes are killed while services are created, suspended and terminated: each is so once (seed ${SEED})`, async () => {
    pool = new ProcessPool(store.databaseUrl, {}, WORKERS)
    const random = randomFrom(SEED)
    const services = Array.from({ length: SERVICES }, (_, index) => `psvc_fault${index}`)
    await store
      .knex()("provisioning_service")
      .insert(
        services.map((id, index) => ({
          ...{ id, source_id: "fault", unit: index + 1, item_id: "fault", order_id: "order_fault", title: "Backup" },
          ...{ product_id: "prod_fault", provider_id: "webhook", standing: "running" },
          ...{ package_key: "prod_fault", wanted_package_key: "prod_fault" },
        })),
      )
    const steps = [
      { action: "create", remote: "active", change: { hold: null } },
      { action: "suspend", remote: "suspended", change: { hold: "manual" } },
      { action: "terminate", remote: "terminated", change: { is_ended: true } },
    ]
    let killed = 0
    for (const [index, { action, remote, change }] of steps.entries()) {
      await wanted(change)
      await record(services, action)
      const kills = Math.floor(KILLS / steps.length) + (index < KILLS % steps.length ? 1 : 0)
      const die = () => {
        const statements = Math.floor(random() * STATEMENTS_OF_A_CALL * 2)
        const milliseconds = random() < 0.5 ? 0 : 1 + Math.floor(random() * 12)
        return pool.do({ kind: "deliver", death: { phase: null, statements, milliseconds } })
      }
      // Two of them share the work, and each dies at a moment of its own.
      for (let deaths = 0; deaths < kills; deaths += WORKERS) {
        const endings = await Promise.all(Array.from({ length: Math.min(WORKERS, kills - deaths) }, die))
        killed += endings.filter((ending) => ending.killed).length
        await timePasses()
      }
      await made.hurry()
      await made.hurry()
      const rows = await store.knex()("provisioning_service").select("remote").whereIn("id", services)
      expect(rows.map((row: { remote: string }) => row.remote)).toEqual(services.map(() => remote))
    }
    expect(killed).toBeGreaterThan(0)
    expect([...made.endpoint.services.values()].map(({ creations, status }) => [creations, status])).toEqual(
      services.map(() => [1, "terminated"]),
    )
    for (const action of ["create", "suspend", "terminate"]) {
      expect([action, made.endpoint.actions.filter((one) => one === action).length]).toEqual([action, SERVICES])
    }
  })
})
