import type { PersonalSnapshot, SaleSnapshot } from "./sale-snapshot"
import { SNAPSHOT_SCHEMA } from "./sale-snapshot"

export type ReadSnapshot = { ok: true; snapshot: SaleSnapshot } | { ok: false; reason: "newer_schema" | "unreadable" }

type Stored = Partial<SaleSnapshot> & Record<string, unknown>

/** How each earlier schema becomes the next one. A changed shape adds a step here, and the old rows stay as they are. */
const STEPS: Record<number, (stored: Stored) => Stored> = {}

/** A stored snapshot of any schema until now, in the shape of now. */
export function readSnapshot(schema: number, content: string): ReadSnapshot {
  if (schema > SNAPSHOT_SCHEMA) {
    return { ok: false, reason: "newer_schema" }
  }
  const stored = parsed(content)
  if (!stored) {
    return { ok: false, reason: "unreadable" }
  }
  let read: Stored = stored
  for (let from = schema; from < SNAPSHOT_SCHEMA; from++) {
    read = STEPS[from]?.(read) ?? read
  }
  return isSnapshot(read) ? { ok: true, snapshot: read } : { ok: false, reason: "unreadable" }
}

/** What a part says of its person; null: it is no JSON. */
export const readPersonal = (text: string): Partial<PersonalSnapshot> | null =>
  parsed(text) as Partial<PersonalSnapshot> | null

function parsed(text: string): Stored | null {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

const isSnapshot = (read: Stored): read is Stored & SaleSnapshot =>
  typeof read.order_id === "string" && typeof read.currency_code === "string" && Array.isArray(read.lines)
