import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { mergeFacts, type ProfileRow } from "../../../modules/customers"
import { mergePlan, type MergeDecision, type MergedProfile, type ProfileFields } from "../../../rules/customers"
import { refuse } from "../../errors/refuse"
import { changedMeanwhile } from "../../errors/to-conflict-error"
import { customersDatabase } from "../profiles/editing"
import { storedProfile } from "../profiles/stored-profile"

type MergePlan = Extract<MergeDecision, { ok: true }>["plan"]

export interface PlannedMerge {
  plan: MergePlan
  winner: ProfileRow
  loser: ProfileRow
}

const WHY = {
  same_profile: "is the customer that it is to be merged into",
  two_log_ins: "has a log-in of its own, and so has the other: which one would stay?",
} as const

/** What merging two profiles would do now; nothing is written (C9). Throws where it is refused. */
export async function planMerge(
  container: MedusaContainer,
  { winner_id, loser_id }: { winner_id: string; loser_id: string },
): Promise<PlannedMerge> {
  const db = customersDatabase(container)
  const winner = await storedProfile(db, winner_id)
  const loser = await storedProfile(db, loser_id)
  const decision = mergePlan(await mergedProfile(container, winner), await mergedProfile(container, loser))
  if (!decision.ok) {
    refuse("loser_id", WHY[decision.reason])
  }
  return { plan: decision.plan, winner, loser }
}

async function mergedProfile(container: MedusaContainer, profile: ProfileRow): Promise<MergedProfile> {
  const { customerIds, ...facts } = await mergeFacts(customersDatabase(container), profile.id)
  const customers = customerIds.length
    ? await container
        .resolve(Modules.CUSTOMER)
        .listCustomers({ id: customerIds }, { select: ["id", "has_account"], take: customerIds.length })
    : []
  const accounts = new Map(customers.map(({ id, has_account }) => [id, has_account]))
  return {
    id: profile.id,
    fields: profileFieldsOf(profile),
    // Those that Medusa has no more go along, and no order is made for them.
    customers: customerIds.flatMap((id) => (accounts.has(id) ? [{ id, hasAccount: accounts.get(id) ?? false }] : [])),
    ...facts,
  }
}

/** What people edit of a profile. */
export function profileFieldsOf(profile: ProfileRow): ProfileFields {
  const { name, contact_person, email, phone, address_1, address_2, postal_code, city, province } = profile
  const { country_code, vat_number, status, temperature, discount_percent, currency_code, language } = profile
  return {
    ...{ name, contact_person, email, phone, address_1, address_2, postal_code, city, province },
    ...{ country_code, vat_number, status, temperature, discount_percent, currency_code, language },
  }
}

/** Refuses a plan that was made on versions which are old by now. */
export function checkSeen(
  seen: { winner_version?: number | undefined; loser_version?: number | undefined },
  { winner, loser }: PlannedMerge,
): void {
  const isOld =
    (seen.winner_version !== undefined && seen.winner_version !== winner.version) ||
    (seen.loser_version !== undefined && seen.loser_version !== loser.version)
  if (isOld) {
    throw changedMeanwhile()
  }
}
