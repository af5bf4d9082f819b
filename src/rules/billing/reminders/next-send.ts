/** Minutes to wait after each failure before a message is sent again; after the last one it is given up. */
const WAITS = [1, 5, 30, 180] as const

export const MOST_SENDS = WAITS.length + 1

/** What comes after the nth failure in a row, counted from 1: when to try again, in minutes, or null: give up. */
export const waitAfterFailure = (failures: number): number | null => WAITS[failures - 1] ?? null
