import type { RentalPeriod } from "../time/rental-period"

/** What is said of one entry on an order; what is left out stays as the recipe says. */
export interface Choice {
  /** The ids of the entries from the package down to this one, joined by "/". */
  path: string
  /** An optional entry: in or out. One of a group: true swaps the others out. */
  isChosen?: boolean
  /** An accessory of free quantity. */
  quantity?: number
  /** Admins only. */
  isHidden?: boolean
}

/** What is sold of a package beside its recipe. */
export interface Selection {
  choices: Choice[]
  period: RentalPeriod | null
  /** Hours of contents priced by the hour (P10), and of a package priced by the hour without a period. */
  hours: number | null
  /** Days of a rental without a period. */
  days: number | null
}

export const NOTHING_SELECTED: Selection = { choices: [], period: null, hours: null, days: null }

/** The same selection is the same, in whatever order its choices were said. */
export const ordered = (selection: Selection): Selection => ({
  ...selection,
  choices: [...selection.choices].sort((one, other) => (one.path < other.path ? -1 : 1)),
})

export const choiceAt = (choices: readonly Choice[], path: string): Choice | undefined =>
  choices.find((one) => one.path === path)

export const childPath = (path: string, entryId: string): string => (path === "" ? entryId : `${path}/${entryId}`)
