import type { DerivedFields, ProfileFields } from "../profiles/profile-columns"

/** A Medusa customer of a profile. A guest has no account, and so no log-in. */
export interface LinkedCustomer {
  id: string
  hasAccount: boolean
}

export interface MergedProfile {
  id: string
  fields: ProfileFields
  /** The one that orders are made for, first. */
  customers: readonly LinkedCustomer[]
  notes: number
  followUps: number
  temperatureChanges: number
  timeLineEntries: number
  links: number
}

/** A field in which both differ: the winner's stays, the loser's is kept in the time line. */
export interface DifferingField {
  field: keyof ProfileFields
  kept: string
  noted: string
}

/** What a merge does, as the admin sees it before it is done (C9). */
export interface MergePlan {
  winnerId: string
  loserId: string
  fields: ProfileFields
  /** Fields that the winner lacked. */
  filled: (keyof ProfileFields)[]
  differing: DifferingField[]
  /** The winner's customers afterwards; the first is the one that orders are made for. */
  customerIds: string[]
  /** The account that logs in afterwards; null: none. */
  logInStays: string | null
  moves: { notes: number; followUps: number; temperatureChanges: number; timeLineEntries: number }
  /** Links of the loser stop working; the winner's go on. */
  revokedLinks: number
}

export type MergeRefusal = "same_profile" | "two_log_ins"
export type MergeDecision = { ok: true; plan: MergePlan } | { ok: false; reason: MergeRefusal }

/** Decided by rule instead of by who has a value. */
const OWN_RULE: readonly string[] = ["status", "temperature"]

const accounts = ({ customers }: MergedProfile): LinkedCustomer[] => customers.filter(({ hasAccount }) => hasAccount)

/** Two profiles as one: the loser's fields fill what the winner lacks, and all that hangs on the loser moves. */
export function mergePlan(winner: MergedProfile, loser: MergedProfile): MergeDecision {
  if (winner.id === loser.id) {
    return { ok: false, reason: "same_profile" }
  }
  const logIns = [winner, loser].flatMap(accounts)
  if (logIns.length > 1) {
    return { ok: false, reason: "two_log_ins" }
  }
  const customers = [...winner.customers, ...loser.customers]
  const sorted = [...logIns, ...customers.filter(({ hasAccount }) => !hasAccount)]
  return {
    ok: true,
    plan: {
      winnerId: winner.id,
      loserId: loser.id,
      ...mergeFields(winner.fields, loser.fields),
      customerIds: sorted.map(({ id }) => id),
      logInStays: logIns[0]?.id ?? null,
      moves: {
        notes: loser.notes,
        followUps: loser.followUps,
        temperatureChanges: loser.temperatureChanges,
        timeLineEntries: loser.timeLineEntries,
      },
      revokedLinks: loser.links,
    },
  }
}

/** What a profile is found by of the one that is merged into it (C2): its lines, and those that it had of others. */
export const formerLines = (
  winner: Pick<DerivedFields, "former_lines">,
  loser: Pick<DerivedFields, "search_text">,
): string[] => [...new Set([...winner.former_lines, ...loser.search_text.split("\n").filter(Boolean)])]

/** A current customer stays one, whichever of the two was; the temperature is the winner's. */
function mergeFields(winner: ProfileFields, loser: ProfileFields): Pick<MergePlan, "fields" | "filled" | "differing"> {
  const names = Object.keys(winner) as (keyof ProfileFields)[]
  const lacks = (field: keyof ProfileFields): boolean => winner[field] === null && loser[field] !== null
  const filled = names.filter(lacks)
  const differing = names.flatMap((field) => {
    const [kept, noted] = [winner[field], loser[field]]
    return kept !== null && noted !== null && kept !== noted && field !== "status" ? [{ field, kept, noted }] : []
  })
  const values = names.map((field) => [field, filled.includes(field) ? loser[field] : winner[field]])
  const fields = Object.fromEntries(values) as ProfileFields
  const isCurrent = winner.status === "current" || loser.status === "current"
  return {
    fields: { ...fields, status: isCurrent ? "current" : "potential" },
    filled: filled.filter((field) => !OWN_RULE.includes(field)),
    differing,
  }
}
