/** What the law of a region asks for. */
export interface ExitRegionSettings {
  /** Whether *cancel here* is served. */
  cancel: boolean
  /** Whether *withdraw from the contract here* is served. */
  withdraw: boolean
  /** Whether a cancellation that names one subscription is carried out at once, for the end of its period. */
  automatic: boolean
  /** The days of the withdrawal period; the day of the contract is not counted. */
  withdrawal_days: number
}

/** By the region's id. A region that is not named serves neither page. */
export type ExitSettings = Record<string, ExitRegionSettings>

export const DEFAULT_EXIT_REGION: ExitRegionSettings = {
  cancel: false,
  withdraw: false,
  automatic: true,
  withdrawal_days: 14,
}
