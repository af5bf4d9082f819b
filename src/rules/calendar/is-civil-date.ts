import { plainDate, type CivilDate } from "./civil-date"

/** Whether something is a date that exists, written as "2024-02-29". */
export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== "string") {
    return false
  }
  try {
    plainDate(value)
    return true
  } catch {
    return false
  }
}
