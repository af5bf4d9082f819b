import { PROFILE_STATUSES, TEMPERATURES, type ProfileStatus, type Temperature } from "../states"

/** Empty or left out: all. */
export interface ProfileFilters {
  status?: readonly ProfileStatus[] | undefined
  temperature?: readonly Temperature[] | undefined
}

/** How many profiles of a search have a status and a temperature. */
export interface ProfileCell {
  status: ProfileStatus
  temperature: Temperature
  count: number
}

/** The most of a search that are counted: a word that more have is looked up no further. */
export const MOST_COUNTED = 10_000

/** What stands beside each filter: how many there would be with it, the other filter as it is (C2). */
export interface ProfileFacets {
  count: number
  status: Record<ProfileStatus, number>
  temperature: Record<Temperature, number>
}

const has = <Value>(chosen: readonly Value[] | undefined, value: Value): boolean =>
  !chosen?.length || chosen.includes(value)

/** Whether a profile passes both filters. */
export const passesFilters = (
  { status, temperature }: Pick<ProfileCell, "status" | "temperature">,
  filters: ProfileFilters,
): boolean => has(filters.status, status) && has(filters.temperature, temperature)

/** `isCut`: the cells are of the most that are counted, and every count is at least so many. */
export function profileFacets(
  cells: readonly ProfileCell[],
  filters: ProfileFilters,
  { isCut = false }: { isCut?: boolean } = {},
): ProfileFacets {
  const total = (kept: (cell: ProfileCell) => boolean): number => {
    const all = cells.filter(kept).reduce((sum, { count }) => sum + count, 0)
    return isCut ? Math.min(all, MOST_COUNTED) : all
  }
  const status = PROFILE_STATUSES.map((one) => [
    one,
    total((cell) => cell.status === one && has(filters.temperature, cell.temperature)),
  ])
  const temperature = TEMPERATURES.map((one) => [
    one,
    total((cell) => cell.temperature === one && has(filters.status, cell.status)),
  ])
  return {
    count: total((cell) => passesFilters(cell, filters)),
    status: Object.fromEntries(status) as ProfileFacets["status"],
    temperature: Object.fromEntries(temperature) as ProfileFacets["temperature"],
  }
}
