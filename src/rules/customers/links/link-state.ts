/** A quick-order link, as it is stored: its token's hash is the module's. */
export interface QuickOrderLink {
  id: string
  profileId: string
  expiresAt: Date
  revokedAt: Date | null
  /** When a newer link of the same customer took its place. */
  replacedAt: Date | null
}

export const LINK_STATES = ["live", "revoked", "replaced", "expired"] as const
export type LinkState = (typeof LINK_STATES)[number]

/** Where a link stands, for the admin. What people did comes before what time did. */
export function linkState({ expiresAt, revokedAt, replacedAt }: QuickOrderLink, at: Date): LinkState {
  if (revokedAt) {
    return "revoked"
  }
  if (replacedAt) {
    return "replaced"
  }
  return expiresAt.getTime() <= at.getTime() ? "expired" : "live"
}

const DAY = 24 * 60 * 60 * 1000

/** The instant at which a link of so many days ends. */
export const linkExpiry = (createdAt: Date, days: number): Date => new Date(createdAt.getTime() + days * DAY)

/** What a visitor learns: the one answer for each link that is not live, and for none, says nothing of why (C20). */
export type OpenedLink<Link> = { kind: "open"; link: Link } | typeof CLOSED_LINK
export const CLOSED_LINK = { kind: "closed" } as const

export const openLink = <Link extends QuickOrderLink>(link: Link | null, at: Date): OpenedLink<Link> =>
  link && linkState(link, at) === "live" ? { kind: "open", link } : CLOSED_LINK
