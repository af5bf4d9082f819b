import type { FillRule } from "../states"

export interface ServerFacts {
  id: string
  group: string | null
  isActive: boolean
  /** null: without a limit. */
  capacity: number | null
  used: number
  /** Its place in the list. */
  rank: number
}

/**
 * The server that a new service goes to (S8); null: all are full, or off. `least_used` goes by the share of the capacity that is
 * used; `first_free` fills one after the other.
 */
export function chooseServer(
  servers: readonly ServerFacts[],
  { group, fillRule }: { group: string | null; fillRule: FillRule },
): ServerFacts | null {
  const free = candidates(servers, group).filter(({ capacity, used }) => capacity === null || used < capacity)
  const before = fillRule === "first_free" ? byRank : byUse
  return [...free].sort((a, b) => before(a, b) || byRank(a, b))[0] ?? null
}

/** The only server that may be chosen, and that is never full: nobody needs to count what it has. */
export function soleServer<Server extends Omit<ServerFacts, "used">>(
  servers: readonly Server[],
  { group }: { group: string | null },
): Server | null {
  const [sole, other] = candidates(servers, group)
  return sole && !other && sole.capacity === null ? sole : null
}

/** Why no server takes a new service, for an admin. */
export function whyNoServer(
  servers: readonly Pick<ServerFacts, "isActive" | "group">[],
  { group }: { group: string | null },
): string {
  if (!servers.length) {
    return "The provider has no server yet"
  }
  const inGroup = servers.filter((server) => group === null || server.group === group)
  const where = group === null ? "" : ` in the group "${group}"`
  if (!inGroup.length) {
    return `No server of the provider is${where}`
  }
  return inGroup.some(({ isActive }) => isActive)
    ? `No server of the provider${where} has room`
    : `No server of the provider${where} takes new services`
}

const candidates = <Server extends Pick<ServerFacts, "isActive" | "group">>(
  servers: readonly Server[],
  group: string | null,
): Server[] => servers.filter((server) => server.isActive && (group === null || server.group === group))

const byRank = (a: ServerFacts, b: ServerFacts): number => a.rank - b.rank || (a.id < b.id ? -1 : 1)

/** Compared without a division: a / b < c / d where a × d < c × b. A server without a limit counts by its services alone. */
function byUse(a: ServerFacts, b: ServerFacts): number {
  return a.capacity !== null && b.capacity !== null ? a.used * b.capacity - b.used * a.capacity : a.used - b.used
}
