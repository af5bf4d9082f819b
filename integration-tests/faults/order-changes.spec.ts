import { ORDER_CHANGE_KINDS } from "../../src/modules/core"
import { sweepOrders } from "../../src/workflows/orders/sweep-orders"
import type { OrderRoom } from "../../src/workflows/orders/order-room"
import { orderRooms } from "../../src/workflows/rooms"
import { createOrderByCode, LIFE, PREPARED, UNDONE } from "../support/change-order"
import { createCustomer } from "../support/create-customer"
import { createProduct } from "../support/create-product"
import { createWorld, type World } from "../support/create-world"
import { storeTest } from "../support/store-test"
import { ProcessPool } from "./process-pool"

storeTest((store) => {
  let world: World
  let mug: string
  let customerId: string
  let pool: ProcessPool
  const handled: string[] = []
  const recorder: OrderRoom = {
    room: "recorder",
    kinds: ORDER_CHANGE_KINDS,
    handle: (_container, { order_id, kind }) => Promise.resolve(void handled.push(`${order_id} ${kind}`)),
  }
  const sweep = () => sweepOrders(store.container(), { now: new Date(), today: "2026-01-01" }, orderRooms)

  beforeAll(async () => {
    world = await createWorld(store)
    const { salesChannelId } = world
    const product = await createProduct(store.container(), { title: "Mug", salesChannelId, prices: { eur: 10 } })
    mug = product.variants[0]?.id ?? ""
    customerId = (await createCustomer(store.container(), { email: "dora@test.example", ...world })).customer.id
    orderRooms.push(recorder)
  })

  afterEach(() => pool.end())
  afterAll(() => {
    orderRooms.splice(orderRooms.indexOf(recorder), 1)
  })

  it("issue 9.4: every change of an order, every second one by a process that is killed before its event: each is handled once", async () => {
    pool = new ProcessPool(store.databaseUrl, {}, 1)
    const order = {
      orderId: await createOrderByCode(store.container(), {
        regionId: world.regions.eur.id,
        salesChannelId: world.salesChannelId,
        variantId: mug,
        shippingOptionId: world.shipping.optionId,
      }),
      customerId,
    }
    const expected = [`${order.orderId} placed`]
    await sweep()
    for (const [index, { kind, make }] of LIFE.entries()) {
      await PREPARED[kind]?.(store.container(), order)
      if (index % 2) {
        expect(await pool.do({ kind: "change", change: kind, order })).toEqual({ killed: true })
      } else {
        await make(store.container(), order)
        await store.settled()
      }
      expected.push(`${order.orderId} ${kind}`)
      await Promise.all([sweep(), sweep()])
      await store.settled()
      expect(handled).toEqual(expected)
    }
  })

  it("issue 9.4: an order that is canceled by a process that is killed before its event is handled once", async () => {
    pool = new ProcessPool(store.databaseUrl, {}, 1)
    const orderId = await createOrderByCode(store.container(), {
      regionId: world.regions.eur.id,
      salesChannelId: world.salesChannelId,
      variantId: mug,
      shippingOptionId: world.shipping.optionId,
    })
    await sweep()
    const change = UNDONE.at(-1)?.kind ?? "canceled"
    expect(await pool.do({ kind: "change", change, order: { orderId, customerId } })).toEqual({ killed: true })
    await sweep()
    await sweep()
    expect(handled.filter((one) => one === `${orderId} canceled`)).toHaveLength(1)
  })
})
