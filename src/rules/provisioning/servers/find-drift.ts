import type { RemoteStatus } from "../states"

/** `unknown`: it is outside, and no service of ours. `missing`: it is a service, and not outside. */
export const DRIFTS = ["unknown", "missing", "other_state"] as const
export type DriftKind = (typeof DRIFTS)[number]

/** Something on a server, as its provider lists it. */
export interface OutsideFacts {
  reference: string | null
  name: string
  status: "active" | "suspended" | "terminated" | "pending"
  /** What its provider knows it by; left out: it cannot be adopted. */
  key?: string | undefined
}

export interface OwnFacts {
  id: string
  title: string
  remote: RemoteStatus
}

export interface Drift {
  kind: DriftKind
  /** null: it is none of ours. */
  serviceId: string | null
  name: string
  outside: OutsideFacts["status"] | null
  own: RemoteStatus | null
  /** What it can be adopted by; null: it cannot. */
  key: string | null
}

/** What differs between a server and what is known of it (S1). What a provider is still at differs from nothing. */
export function findDrift(outside: readonly OutsideFacts[], own: readonly OwnFacts[]): Drift[] {
  const there = outside.filter(({ status }) => status !== "terminated")
  const byReference = new Map(there.map((one) => [one.reference, one]))
  const known = new Set(own.map(({ id }) => id))
  const ofOwn = own.flatMap(({ id, title, remote }): Drift[] => {
    const found = byReference.get(id)
    const shared = { serviceId: id, name: title, own: remote, key: null }
    const isThere = remote === "active" || remote === "suspended"
    if (!found) {
      return isThere ? [{ ...shared, kind: "missing", outside: null }] : []
    }
    return found.status === remote || found.status === "pending"
      ? []
      : [{ ...shared, kind: "other_state", outside: found.status }]
  })
  const unknown = there
    .filter(({ reference }) => reference === null || !known.has(reference))
    .map(({ name, status, key }): Drift => ({
      kind: "unknown",
      serviceId: null,
      name,
      outside: status,
      own: null,
      key: key ?? null,
    }))
  return [...ofOwn, ...unknown]
}
