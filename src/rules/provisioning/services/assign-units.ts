/** Units sold together: one order line and what was split off from it. */
export interface SoldUnits {
  itemId: string
  quantity: number
}

/** A service that there is. */
export interface UnitService {
  id: string
  unit: number
  itemId: string
  /** An admin has ended it: its unit is not made anew. */
  isEnded: boolean
}

export interface UnitPlan {
  /** Each service with the item that it belongs to from now on. */
  kept: { id: string; itemId: string }[]
  /** Units without a service yet. */
  added: { unit: number; itemId: string }[]
  /** Services that no unit is left for: the latest ones. */
  surplus: string[]
}

/** The highest number of these; 0: there are none. */
export const lastUnitOf = (services: readonly { unit: number }[]): number =>
  services.reduce((last, { unit }) => Math.max(last, unit), 0)

/**
 * One service for each unit sold (S, "one per unit sold"). Each keeps its item, up to that item's quantity and the earliest
 * first; what is left over goes to items that lack some, as units that were split off take their services along. `services` are
 * those that are not over, and those that an admin has ended: they go first where fewer units are left. `lastUnit` is the
 * highest number ever given.
 */
export function assignUnits(
  items: readonly SoldUnits[],
  services: readonly UnitService[],
  lastUnit: number = lastUnitOf(services),
): UnitPlan {
  const sorted = [...services].sort((a, b) => Number(a.isEnded) - Number(b.isEnded) || a.unit - b.unit)
  const taken = new Set<string>()
  const kept: UnitPlan["kept"] = []
  const missing: string[] = []
  for (const { itemId, quantity } of items) {
    const own = sorted.filter((service) => service.itemId === itemId).slice(0, Math.max(0, quantity))
    for (const { id } of own) {
      taken.add(id)
      kept.push({ id, itemId })
    }
    for (let unit = own.length; unit < Math.floor(quantity); unit += 1) {
      missing.push(itemId)
    }
  }
  const free = sorted.filter(({ id }) => !taken.has(id))
  const moved = free.slice(0, missing.length).map(({ id }, index) => ({ id, itemId: missing[index] ?? "" }))
  const added = missing.slice(moved.length).map((itemId, index) => ({ itemId, unit: lastUnit + 1 + index }))
  return { kept: [...kept, ...moved], added, surplus: free.slice(moved.length).map(({ id }) => id) }
}
