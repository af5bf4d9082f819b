import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Modules } from "@medusajs/framework/utils"
import {
  cancelOrderWorkflow,
  confirmDraftOrderEditWorkflow,
  convertDraftOrderWorkflow,
} from "@medusajs/medusa/core-flows"
import { Client } from "pg"
import {
  claimOrderTasks,
  keyAt,
  ORDER_CHANGE_KINDS,
  type OrderChangeKind,
  recordOrderChanges,
  takeOrderTasks,
} from "../../../src/modules/core"
import { pruneOutbox } from "../../../src/workflows/events/prune-outbox"
import { handleOrderEvent } from "../../../src/workflows/orders/handle-order-event"
import { loadOrders } from "../../../src/workflows/orders/load-orders"
import type { OrderRoom } from "../../../src/workflows/orders/order-room"
import { pruneOrderChanges } from "../../../src/workflows/orders/prune-order-changes"
import { sweepOrders } from "../../../src/workflows/orders/sweep-orders"
import { orderRooms } from "../../../src/workflows/rooms"
import { beginEdit, createOrderByCode, LIFE, PREPARED, UNDONE, type OrderToChange } from "../../support/change-order"
import { createCustomer } from "../../support/create-customer"
import { createProduct } from "../../support/create-product"
import { createWorld, type World } from "../../support/create-world"
import { placeOrder } from "../../support/place-order"
import { storeSuite } from "../../support/store-suite"
import { callsFunction, type PlannedStatement, plansOf, tablesScanned } from "../../support/plans"
import { until } from "../../support/until"

const MINUTE = 60_000

export const intakeSuite = storeSuite(__filename, (store) => {
  let world: World
  let mug: string
  let customerId: string
  let handled: { order_id: string; kind: OrderChangeKind; by_event: boolean }[] = []
  let failing = new Set<string>()
  const rooms = new Set<OrderRoom>()

  const container = () => store.container()
  const sweep = (now = new Date()) => sweepOrders(container(), { now, today: "2026-01-01" }, orderRooms)
  const of = (orderId: string) => handled.filter(({ order_id }) => order_id === orderId).map(({ kind }) => kind)
  const times = (orderId: string, kind: OrderChangeKind) => of(orderId).filter((one) => one === kind).length
  const create = (isDraft = false) =>
    createOrderByCode(container(), {
      regionId: world.regions.eur.id,
      salesChannelId: world.salesChannelId,
      variantId: mug,
      shippingOptionId: world.shipping.optionId,
      isDraft,
    })
  /** Runs work whose events are lost, as if the process died before they were out. */
  const withoutEvents = async <T>(work: () => Promise<T>): Promise<T> => {
    const bus = container().resolve(Modules.EVENT_BUS)
    const muted = jest.spyOn(bus, "emit").mockResolvedValue(undefined)
    return work().finally(() => muted.mockRestore())
  }
  const add = (room: OrderRoom): void => {
    rooms.add(room)
    orderRooms.push(room)
  }

  beforeAll(async () => {
    world = await createWorld(store)
    const { salesChannelId } = world
    const product = await createProduct(container(), { title: "Mug", salesChannelId, prices: { eur: 10 } })
    mug = product.variants[0]?.id ?? ""
    const dora = await createCustomer(container(), { email: "dora@test.example", ...world })
    customerId = dora.customer.id
  })

  beforeEach(() => {
    handled = []
    failing = new Set()
    add({
      room: "recorder",
      kinds: ORDER_CHANGE_KINDS,
      handle: (_container, { order_id, kind, by_event }) => {
        if (failing.has(order_id)) {
          return Promise.reject(new Error("the room is unavailable"))
        }
        handled.push({ order_id, kind, by_event })
        return Promise.resolve()
      },
    })
  })

  afterEach(() => {
    orderRooms.splice(0, orderRooms.length, ...orderRooms.filter((room) => !rooms.has(room)))
    rooms.clear()
  })

  /** These have no event. A refund by the workflow that Medusa's cancellation uses has none, either. */
  const WITHOUT_EVENT: readonly OrderChangeKind[] = ["transferred", "credited"]
  const WITHOUT_EVENT_WHERE_UNDONE: readonly OrderChangeKind[] = [...WITHOUT_EVENT, "refunded"]

  /** Makes each change of an order's life; the events of every second one are lost. */
  async function live(life: typeof LIFE, lost: 0 | 1, silent = WITHOUT_EVENT): Promise<OrderToChange> {
    const order = { orderId: await create(), customerId }
    await sweep()
    expect(times(order.orderId, "placed")).toBe(1)
    for (const [index, { kind, make }] of life.entries()) {
      await PREPARED[kind]?.(container(), order)
      if (index % 2 === lost) {
        await withoutEvents(() => make(container(), order))
        expect(times(order.orderId, kind)).toBe(0)
      } else {
        await make(container(), order)
        await until(`${kind} to be handled`, () =>
          Promise.resolve(silent.includes(kind) || times(order.orderId, kind) === 1),
        )
      }
      await Promise.all([sweep(), sweep()])
      expect([kind, times(order.orderId, kind)]).toEqual([kind, 1])
    }
    await sweep()
    return order
  }

  describe("issue 9.4: each room handles each change of an order once", () => {
    it.each([0, 1] as const)("through its life, with the events of every second change lost (%i)", async (lost) => {
      const { orderId } = await live(LIFE, lost)
      expect(of(orderId).sort()).toEqual(["placed", ...LIFE.map(({ kind }) => kind)].sort())
    })

    it.each([0, 1] as const)("where it is undone (%i)", async (lost) => {
      const { orderId } = await live(UNDONE, lost, WITHOUT_EVENT_WHERE_UNDONE)
      for (const { kind } of UNDONE) {
        expect(of(orderId)).toContain(kind)
      }
      const records: { id: string }[] = await store.knex()("service_core_order_change").where({ order_id: orderId })
      expect(of(orderId)).toHaveLength(records.length)
    })

    it("of a draft: its edit and its conversion, without any event", async () => {
      const orderId = await create(true)
      await sweep()
      expect(of(orderId)).toEqual([])
      await withoutEvents(async () => {
        await beginEdit(container(), orderId)
        await confirmDraftOrderEditWorkflow(container()).run({ input: { order_id: orderId, confirmed_by: "user" } })
      })
      await sweep()
      expect(of(orderId)).toEqual(["edited"])
      await withoutEvents(() => convertDraftOrderWorkflow(container()).run({ input: { id: orderId } }))
      await sweep()
      await sweep()
      expect(of(orderId)).toEqual(["edited", "placed"])
    })

    it("of a cart whose payment is captured as it is authorised", async () => {
      const purchase = {
        items: [{ variant_id: mug, quantity: 1 }],
        email: "a@test.example",
        providerId: "pp_demo_demo",
      }
      const order = await placeOrder(store, world, purchase)
      await until("both changes to be handled", () => Promise.resolve(of(order.id).length === 2))
      const lost = await withoutEvents(() => placeOrder(store, world, purchase))
      expect(of(lost.id)).toEqual([])
      await sweep()
      expect(of(order.id)).toEqual(["placed", "paid"])
      expect(of(lost.id)).toEqual(["placed", "paid"])
    })

    it("reported by events and sweeps at once", async () => {
      const orderId = await create()
      const tell = () =>
        handleOrderEvent(container(), {
          event: { name: "order.placed", data: { id: orderId } },
          rooms: orderRooms,
          now: new Date(),
        })
      await Promise.all([tell(), sweep(), tell(), sweep(), tell()])
      await sweep()
      expect(of(orderId)).toEqual(["placed"])
    })

    it("not at once, but minutes later, where a process has died after it had recorded or taken it", async () => {
      const [recorded, taken] = [await create(), await create()]
      const knex = store.knex()
      await recordOrderChanges(knex, { orderIds: [recorded, taken], eventKind: null, rooms: orderRooms })
      const rooms = orderRooms.map(({ room }) => room)
      await claimOrderTasks(knex, { rooms, orderIds: [taken], now: new Date(), limit: 10 })
      const both = await create()
      const take = () =>
        takeOrderTasks(knex, { orderIds: [both], eventKind: "placed", rooms: orderRooms, now: new Date(), limit: 10 })
      expect((await take()).map(({ room, kind, by_event }) => `${room} ${kind} ${by_event}`)).toEqual(
        rooms.map((room) => `${room} placed true`).sort(),
      )
      expect(await take()).toEqual([])
      await sweep()
      expect(of(recorded)).toEqual(["placed"])
      expect([...of(taken), ...of(both)]).toEqual([])
      await sweep(new Date(Date.now() + 3 * MINUTE))
      await sweep(new Date(Date.now() + 3 * MINUTE))
      expect([...of(taken), ...of(both)]).toEqual(["placed", "placed"])
    })

    it("a failing room blocks no other order and no other room; its error is stored and it is retried", async () => {
      const others: string[] = []
      add({
        room: "other",
        kinds: ["placed"],
        handle: (_c, { order_id }) => Promise.resolve(void others.push(order_id)),
      })
      const [bad, good] = [await create(), await create()]
      failing.add(bad)
      await sweep()
      expect(of(good)).toEqual(["placed"])
      expect(others.sort()).toEqual([bad, good].sort())
      const task = () => store.knex()("service_core_order_task").where({ order_id: bad, room: "recorder" }).first()
      expect(await task()).toMatchObject({ handled_at: null, attempts: 1, last_error: "the room is unavailable" })

      failing.clear()
      await sweep()
      expect(of(bad)).toEqual([])
      await sweep(new Date(Date.now() + 2 * MINUTE))
      expect(of(bad)).toEqual(["placed"])
      expect(await task()).toMatchObject({ handled_at: expect.any(Date), attempts: 2, last_error: null })
    })

    it("issue 9: a room that cannot be asked about orders together is asked about each; NULs are no trouble", async () => {
      const [bad, good] = [await create(), await create()]
      const seen: string[] = []
      const refuse = (changes: readonly { order_id: string }[]) => {
        if (changes.some(({ order_id }) => order_id === bad)) {
          throw new Error("half a\u0000word")
        }
      }
      const handle = (_c: unknown, { order_id }: { order_id: string }) => Promise.resolve(void seen.push(order_id))
      const concerns = async (_c: unknown, changes: readonly { order_id: string }[]) => {
        await Promise.resolve(refuse(changes))
        return new Set([good])
      }
      const handleAll = async (_c: unknown, changes: readonly { order_id: string }[]) => {
        await Promise.resolve(refuse(changes))
        return new Map()
      }
      add({ room: "asked", kinds: ["placed"], concerns, handle })
      add({
        room: "together",
        kinds: ["placed"],
        handle: (c, change) => Promise.resolve(refuse([change])).then(() => handle(c, change)),
        handleAll,
      })
      await sweep()
      expect(seen).toEqual([good, good])
      expect(of(good)).toEqual(["placed"])
      const open = await store.knex()("service_core_order_task").whereNull("handled_at").orderBy("room")
      expect(open.map(({ room, order_id, last_error }) => [room, order_id, last_error])).toEqual([
        ["asked", bad, "half a\\u0000word"],
        ["together", bad, "half a\\u0000word"],
      ])
    })

    it("of an order from before the installation only what an event reports", async () => {
      const orderId = await create()
      const old = new Date(Date.now() - 48 * 60 * MINUTE)
      await store.knex()("order").where({ id: orderId }).update({ created_at: old })
      await sweep()
      expect(of(orderId)).toEqual([])
      await handleOrderEvent(container(), {
        event: { name: "order.placed", data: { id: orderId } },
        rooms: orderRooms,
        now: new Date(),
      })
      expect(of(orderId)).toEqual(["placed"])
    })
  })

  describe("decision 18: what it keeps", () => {
    const DAYS = 24 * 60 * MINUTE
    const changes = (orderId: string) => store.knex()("service_core_order_change").where({ order_id: orderId })
    const prune = (days: number) => pruneOrderChanges(container(), { now: new Date(Date.now() + days * DAYS) })

    it("a lost cancellation is found in one sweep, however many orders are open", async () => {
      const orderId = await create()
      await sweep()
      const rows = Array.from({ length: 1200 }, (_, i) => ({ order_id: `order_0000${String(i).padStart(4, "0")}` }))
      // None of them exists, so the first sweep closes them.
      await store.knex().batchInsert("service_core_open_order", rows, 500)
      await withoutEvents(() => cancelOrderWorkflow(container()).run({ input: { order_id: orderId } }))
      await sweep(new Date(Date.now() + 60 * MINUTE))
      expect(of(orderId)).toContain("canceled")
    })

    it("handled tasks for a month, and a closed order's changes for three; what was handled stays handled", async () => {
      const [open, closed] = [await create(), await create()]
      await sweep()
      await cancelOrderWorkflow(container()).run({ input: { order_id: closed } })
      await store.settled()
      await sweep()
      await sweep()
      const before = of(closed)
      await prune(20)
      expect(await changes(closed)).not.toEqual([])
      await prune(40)
      expect(await store.knex()("service_core_order_task").whereIn("order_id", [open, closed])).toEqual([])
      expect(await changes(closed)).not.toEqual([])
      await prune(100)
      expect(await changes(closed)).toEqual([])
      expect(await changes(open)).not.toEqual([])

      await handleOrderEvent(container(), {
        event: { name: "order.canceled", data: { id: closed } },
        rooms: orderRooms,
        now: new Date(),
      })
      await sweep()
      expect(of(closed)).toEqual(before)
    })

    it("decision 8: dispatched events for three months; one that waits is kept", async () => {
      const knex = store.knex()
      const now = new Date()
      const event = (days: number, name: string, isDispatched = true) => ({
        id: `${keyAt("sevt", new Date(now.getTime() - days * DAYS))}_${name}`,
        name: `test.${name}`,
        data: {},
        dispatched_at: isDispatched ? now : null,
      })
      await knex("service_core_outbox_event").insert([
        event(91, "old"),
        event(91, "waiting", false),
        event(89, "young"),
      ])
      await pruneOutbox(container(), { now })
      const left: string[] = await knex("service_core_outbox_event").whereLike("name", "test.%").pluck("name")
      expect(left.sort()).toEqual(["test.waiting", "test.young"])
    })

    it("the changes of an order with a failed task, until it is handled", async () => {
      const orderId = await create()
      failing.add(orderId)
      await cancelOrderWorkflow(container()).run({ input: { order_id: orderId } })
      await sweep()
      await sweep()
      await prune(100)
      expect(await changes(orderId)).not.toEqual([])
    })
  })

  describe("decision 18: what it costs", () => {
    interface Asked {
      sql: string
      bindings: Knex.RawBinding[]
    }

    async function statementsOf(work: () => Promise<unknown>): Promise<Asked[]> {
      const asked: Asked[] = []
      const listen = ({ sql, bindings }: Asked) => asked.push({ sql, bindings })
      store.knex().on("query", listen)
      await work().finally(() => store.knex().removeListener("query", listen))
      return asked
    }

    it("nothing has happened: seven statements", async () => {
      await sweep()
      const asked = await statementsOf(() => sweep())
      expect(asked.length).toBeLessThanOrEqual(7)
    })

    it("Medusa's tables are read by index", async () => {
      const orderId = await create()
      await PREPARED.edited?.(container(), { orderId, customerId })
      const asked = (await statementsOf(() => sweep())).filter(
        ({ sql }) => /order_summary/.test(sql) || callsFunction(sql),
      )
      const client = new Client({ connectionString: store.databaseUrl })
      await client.connect()
      try {
        await client.query("begin")
        await client.query("set local enable_seqscan = off")
        const plans: PlannedStatement[] = []
        for (const { sql, bindings } of asked) {
          plans.push(...(await plansOf(client, sql, bindings)))
        }
        for (const table of ["order_summary", "capture"]) {
          expect(plans.some(({ sql }) => sql.includes(table))).toBe(true)
        }
        expect(plans.flatMap(({ plan }) => tablesScanned(plan))).toEqual([])
      } finally {
        await client.query("rollback")
        await client.end()
      }
    })
  })

  it("reads many orders in full, in the order of the ids", async () => {
    const ids = [await create(), await create()].reverse()
    const orders = await loadOrders(container(), [...ids, "order_none"])
    expect(orders.map(({ id }) => id)).toEqual(ids)
    expect(orders[0]).toMatchObject({
      status: "pending",
      version: 1,
      cartId: null,
      total: "29.75",
      lines: [{ quantity: "2", unitPrice: "10", variantId: mug }],
      shippingMethods: [{ name: "Post", amount: "5" }],
      shippingAddress: { first_name: "Clara", country_code: "de" },
      paymentCollections: [],
      fulfillments: [],
    })
  })
})
