/** Each change of a record that people edit gives it a new version, and remembers which fields it changed. */
export interface Versioned {
  version: number
  /** By field: the version in which it was last changed. */
  changed_in: Record<string, number>
}
