import { daysBetween, type CivilDate } from "../../calendar"
import type { ProfileStatus, Temperature } from "../states"

/** After an order: the first makes a potential customer current, where the setting says so. Never back (C7). */
export const statusAfterOrder = (status: ProfileStatus, { makesCurrent }: { makesCurrent: boolean }): ProfileStatus =>
  makesCurrent ? "current" : status

interface Lead {
  status: ProfileStatus
  temperature: Temperature
  /** When somebody last changed it, wrote a note, or ordered. */
  touchedOn: CivilDate
}

/** Whether a lead was left for so many days. Current customers and those who are not interested are none (C6, C7). */
export const isStale = ({ status, temperature, touchedOn }: Lead, asOf: CivilDate, days: number): boolean =>
  status === "potential" && temperature !== "not_interested" && daysBetween(touchedOn, asOf) >= days
