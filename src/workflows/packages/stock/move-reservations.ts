import type { IInventoryService, MedusaContainer, ReservationItemDTO } from "@medusajs/framework/types"
import { MathBN, MedusaError, Modules } from "@medusajs/framework/utils"
import { reservationMoves, type HeldPlace, type ReservationMove } from "../../../rules/packages"

/**
 * Puts an order's reservations where the order held stock. A moved one is made again first and then deleted, as Medusa
 * does not lower the old location's count when a reservation changes its location; after a crash between the two, the
 * old one is found by the new one's `external_id`.
 */
export async function moveReservations(
  container: MedusaContainer,
  orderLineIds: string[],
  holds: readonly HeldPlace[],
): Promise<void> {
  if (!holds.length || !orderLineIds.length) {
    return
  }
  const items = [...new Set(holds.map(({ inventoryItemId }) => inventoryItemId))]
  await container.resolve(Modules.LOCKING).execute(items, async () => {
    const inventory = container.resolve(Modules.INVENTORY)
    const all: StandingReservation[] = await inventory.listReservationItems({
      line_item_id: orderLineIds,
      inventory_item_id: items,
    })
    const replaced = all.filter(({ id }) => all.some(({ external_id }) => external_id === id))
    if (replaced.length) {
      await inventory.deleteReservationItems(replaced.map(({ id }) => id))
    }
    const standing = all.filter((one) => !replaced.includes(one))
    for (const move of reservationMoves(standing.map(factsOf), holds)) {
      await moveOne(inventory, move, standing)
    }
  })
}

/** Medusa's type leaves out what a reservation is for elsewhere. */
type StandingReservation = ReservationItemDTO & { external_id?: string | null }

const factsOf = (one: StandingReservation) => ({
  id: one.id,
  inventoryItemId: one.inventory_item_id,
  locationId: one.location_id,
  quantity: MathBN.convert(one.quantity).toFixed(),
})

async function moveOne(
  inventory: IInventoryService,
  { reservationId, locationId }: ReservationMove,
  standing: StandingReservation[],
): Promise<void> {
  const old = standing.find(({ id }) => id === reservationId)
  if (!old) {
    return
  }
  const { line_item_id, inventory_item_id, quantity, allow_backorder, description, metadata } = old
  try {
    await inventory.createReservationItems([
      {
        ...{ inventory_item_id, quantity, location_id: locationId, external_id: old.id },
        line_item_id: line_item_id ?? undefined,
        allow_backorder: allow_backorder ?? false,
        description: description ?? undefined,
        metadata,
      },
    ])
  } catch (error) {
    // The stock there was lowered since: the order keeps what Medusa has reserved for it.
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED) {
      return
    }
    throw error
  }
  await inventory.deleteReservationItems([old.id])
}
