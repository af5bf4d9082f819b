import type { Interval } from "../../calendar"

const NAMED: Record<string, string> = {
  "1 day": "Daily",
  "1 week": "Weekly",
  "1 month": "Monthly",
  "3 month": "Quarterly",
  "6 month": "Semi-annual",
  "1 year": "Annual",
  "2 year": "Biennial",
  "3 year": "Triennial",
}

/** What the variant of a cycle is called where the merchant has not named one: "Monthly", "Every 18 months". */
export function cycleTitle(interval: Interval): string {
  const { unit, count } = interval
  return NAMED[`${count} ${unit}`] ?? `Every ${count} ${unit}${count === 1 ? "" : "s"}`
}
