import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { peakLoad } from "../../src/rules/packages"
import { holdStockOfCart } from "../../src/workflows/packages/stock/hold-stock-of-cart"
import { readInput, writeOutput } from "../support/child"
import { bookUnits, createUnitBookings, type Wish } from "../support/unit-bookings"

export interface BookingInput {
  /** Clients at once. */
  clients: number
  /** What each of them books, one after the other. */
  calls: number
  /** Pieces in stock. */
  capacity: number
  /** Items of a booking, of half as many again that there are. */
  itemsEach: number
}

const HOUR = 3_600_000
const START = Date.UTC(2030, 0, 1)
/** The hours among which bookings begin, and the longest one's. */
const HOURS = 24 * 30
const LONGEST = 72
const MOST_PIECES = 3

/** The same wishes for both. */
function random(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
}

interface Booked {
  perSecond: number
  booked: number
  deadlocks: number
}

export default async function booking({ container }: ExecArgs): Promise<void> {
  const input = readInput<BookingInput>()
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const variants = await createVariants(input.itemsEach === 1 ? 1 : Math.ceil(input.itemsEach * 1.5))
  await createUnitBookings(knex)

  const bookOurs = (wish: Wish): Promise<boolean> => {
    const lines = wish.inventoryItemIds.map((item) => ({
      lineId: item,
      variantId: variants.get(item) ?? "",
      quantity: String(wish.quantity),
      period: { from: wish.from, to: wish.to },
      isDependent: false,
    }))
    return holdStockOfCart(container, { id: wish.owner, salesChannelId: null, lines }).then(
      () => true,
      (error) => {
        if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED) {
          return false
        }
        throw error
      },
    )
  }
  const ours = { ...(await run(bookOurs)), worst: await worstPeak() }
  const reference = await run((wish) => bookUnits(knex, input.capacity, wish))
  writeOutput({ ours, reference, capacity: input.capacity })

  /** Variants by inventory item, each with the capacity in stock. */
  async function createVariants(count: number): Promise<Map<string, string>> {
    const { result } = await createProductsWorkflow(container).run({
      input: {
        products: Array.from({ length: count }, (_, index) => ({
          title: `Rented ${index}`,
          options: [{ title: "Kind", values: ["One"] }],
          variants: [{ title: "One", options: { Kind: "One" }, manage_inventory: true, prices: [] }],
        })),
      },
    })
    const ids = result.flatMap((product) => product.variants.map(({ id }) => id))
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "variant",
      fields: ["id", "inventory_items.inventory_item_id"],
      filters: { id: ids },
    })
    const [location] = await container.resolve(Modules.STOCK_LOCATION).createStockLocations([{ name: "Bench" }])
    const found = new Map(
      data.flatMap((variant): [string, string][] => {
        const item = variant.inventory_items?.[0]?.inventory_item_id
        return item ? [[item, variant.id]] : []
      }),
    )
    await container.resolve(Modules.INVENTORY).createInventoryLevels(
      [...found.keys()].map((inventory_item_id) => ({
        ...{ inventory_item_id, location_id: location?.id ?? "", stocked_quantity: input.capacity },
      })),
    )
    return found
  }

  async function run(book: (wish: Wish) => Promise<boolean>): Promise<Booked> {
    const next = random(20_261_129)
    const items = [...variants.keys()]
    const wishOf = (owner: string): Wish => {
      const hour = Math.floor(next() * HOURS)
      const instant = (hours: number) => new Date(START + hours * HOUR).toISOString()
      // In any order: that bookings do not block each other is for the code to see to.
      const chosen = items.map((item) => ({ item, place: next() })).sort((a, b) => a.place - b.place)
      return {
        owner,
        inventoryItemIds: chosen.slice(0, input.itemsEach).map(({ item }) => item),
        quantity: 1 + Math.floor(next() * MOST_PIECES),
        from: instant(hour),
        to: instant(hour + 1 + Math.floor(next() * LONGEST)),
      }
    }
    const clients = Array.from({ length: input.clients }, (_, client) =>
      Array.from({ length: input.calls }, (_one, call) => wishOf(`cart_${client}_${call}`)),
    )
    // Connections and compiled code first: what these book is forgotten.
    await Promise.all(clients.map((_, client) => book(wishOf(`warm_${client}`)).catch(lostToDeadlock)))
    await knex("packages_booking").delete()
    await knex("bench_unit_booking").delete()
    const before = await deadlocks()
    let booked = 0
    const begun = performance.now()
    await Promise.all(
      clients.map(async (wishes) => {
        for (const wish of wishes) {
          booked += Number(await book(wish).catch(lostToDeadlock))
        }
      }),
    )
    const seconds = (performance.now() - begun) / 1000
    return {
      perSecond: (input.clients * input.calls) / seconds,
      booked,
      deadlocks: (await deadlocks()) - before,
    }
  }

  /** As the database has counted them: a deadlock that was tried again counts, too. */
  async function deadlocks(): Promise<number> {
    await knex.raw(`select pg_stat_force_next_flush()`)
    await new Promise((done) => setTimeout(done, 1_500))
    const { rows } = await knex.raw<{ rows: { deadlocks: string }[] }>(
      `select deadlocks from pg_stat_database where datname = current_database()`,
    )
    return Number(rows[0]?.deadlocks ?? 0)
  }

  /** The most that is booked of any item at any instant, told from the rows themselves. */
  async function worstPeak(): Promise<number> {
    const rows = await knex("packages_booking").select("inventory_item_id", "quantity", "blocked_from", "blocked_to")
    return Math.max(
      0,
      ...[...variants.keys()].map((item) =>
        Number(
          peakLoad(
            rows
              .filter((row) => row.inventory_item_id === item)
              .map((row) => ({
                quantity: String(Number(row.quantity)),
                period: { from: row.blocked_from.getTime(), to: row.blocked_to.getTime() },
              })),
            null,
          ),
        ),
      ),
    )
  }
}

const DEADLOCK = "40P01"

function lostToDeadlock(error: Error & { code?: string }): boolean {
  if (error.code === DEADLOCK) {
    return false
  }
  throw error
}
