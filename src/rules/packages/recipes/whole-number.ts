/** Durations, hours and quantities beyond this are taken for mistakes; reckoning with them would take too long. */
export const HIGHEST_DURATION = 10_000
export const HIGHEST_QUANTITY = 100_000

/** Why a value is no whole number from `least` to `most`; null: it is one. */
export const wholeNumberProblem = (value: number, least: number, most: number): string | null =>
  Number.isInteger(value) && value >= least && value <= most ? null : `must be a whole number from ${least} to ${most}`
