import { checkInterval, dateInZone, isCivilDate, type CivilDate, type Interval } from "../../calendar"

/** Of these, one is moved; `ended` is left out. */
export type FileStatus = "active" | "trialing" | "ending" | "ended"

const STATUSES: Readonly<Record<string, FileStatus>> = {
  active: "active",
  trialing: "trialing",
  trial: "trialing",
  ending: "ending",
  "pending-cancel": "ending",
  ended: "ended",
  canceled: "ended",
  cancelled: "ended",
  expired: "ended",
  terminated: "ended",
  completed: "ended",
  fraud: "ended",
  switched: "ended",
  "incomplete-expired": "ended",
}

/** What a status means, in the words of the systems that export it; null: it neither runs nor has it ended. */
export function readStatus(cell: string): FileStatus | null {
  const word = cell
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
    .replace(/^wc-/, "")
  return word === "" ? "active" : (STATUSES[word] ?? null)
}

const WORDS: Readonly<Record<string, Interval>> = {
  daily: { unit: "day", count: 1 },
  weekly: { unit: "week", count: 1 },
  monthly: { unit: "month", count: 1 },
  quarterly: { unit: "month", count: 3 },
  semiannually: { unit: "month", count: 6 },
  annually: { unit: "year", count: 1 },
  yearly: { unit: "year", count: 1 },
  biennially: { unit: "year", count: 2 },
  triennially: { unit: "year", count: 3 },
}

/** What is paid once, or never, has no cycles. */
const WITHOUT = new Set(["onetime", "free", "freeaccount"])

/** "month", "3 months", "Quarterly"; `"none"`: it has no cycles; null: it cannot be read. */
export function readInterval(cell: string, times: string): Interval | "none" | null {
  const word = cell.toLowerCase().replace(/[\s_-]+/g, "")
  if (WITHOUT.has(word)) {
    return "none"
  }
  const [, count = "1", unit] = /^(\d{0,5})(day|week|month|year)s?$/.exec(word) ?? []
  const one = WORDS[word] ?? { unit, count: Number(count || "1") }
  const factor = times === "" ? 1 : Number(times)
  const checked = checkInterval({ unit: one.unit, count: one.count * factor })
  return checked.ok ? checked.interval : null
}

const DATE = /^(\d{4}-\d{2}-\d{2})$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?\s?(?:Z|UTC|\+00:00)?$/
/** What exports write where there is no date. */
const NO_DATE = new Set(["", "0", "0000-00-00", "0000-00-00 00:00:00"])

/** What a cell says of a date. Some can't be read: 03/04/2026 can mean two. */
export type ReadDate = { kind: "date"; date: CivilDate } | { kind: "none" } | { kind: "unreadable" }

const UNREADABLE: ReadDate = { kind: "unreadable" }

/** A date, or the date in the store's time zone of a time in UTC. */
export function readDate(cell: string, timeZone: string): ReadDate {
  if (NO_DATE.has(cell)) {
    return { kind: "none" }
  }
  const date = DATE.exec(cell)?.[1]
  if (date !== undefined) {
    return isCivilDate(date) ? { kind: "date", date } : UNREADABLE
  }
  const [, day, minutes, seconds = ":00"] = INSTANT.exec(cell) ?? []
  return day !== undefined && isCivilDate(day) && isClock(minutes, seconds)
    ? { kind: "date", date: dateInZone(`${day}T${minutes}${seconds}Z`, timeZone) }
    : UNREADABLE
}

const isClock = (minutes: string | undefined, seconds: string): boolean =>
  /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(`${minutes}${seconds}`)

/** An amount as exports write it: "12.50", "12,50", "$12.50 USD". What else it is, `checkAmount` says. */
export const readAmount = (cell: string): string =>
  cell.replace(/^[\p{Sc}\p{L}\s]+|[\p{Sc}\p{L}\s]+$/gu, "").replace(/^(-?\d+),(\d{1,2})$/, "$1.$2")

/** Yes or no; null: it cannot be read. */
export function readYes(cell: string): boolean | null {
  const word = cell.toLowerCase()
  if (["", "no", "false", "0"].includes(word)) {
    return false
  }
  return ["yes", "true", "1"].includes(word) ? true : null
}
