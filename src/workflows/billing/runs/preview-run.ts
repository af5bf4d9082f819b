import type { MedusaContainer } from "@medusajs/framework/types"
import type { RunPreviewAnswer } from "../../../contracts/billing/runs"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  dueSubscriptions,
  loadBilledSubscriptions,
  sumsToCollect,
} from "../../../modules/billing"
import {
  batchesOfCustomers,
  decideRenewals,
  leadsOf,
  renewalGroups,
  renewalIds,
  renewalsIn,
  sumsOfDrafts,
  toSubscriptionFacts,
  type PlannedSubscription,
  type RenewalDraft,
} from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { toError } from "../../errors/to-error"
import { previewBalances } from "../balance/balances-of-drafts"
import { withChangesDue } from "../changes/with-scheduled-change"
import { draftOfGroup } from "../renewals/draft-of-group"
import { isOneInvoiceADay } from "../renewals/is-one-invoice-a-day"
import { findObstacles, loadRenewalFacts } from "../renewals/load-renewal-facts"

/** Of how many subscriptions the sums are reckoned: a second or two. */
const MOST = 2000
const BATCH = 250
/** What a person reads before starting a run. */
const MOST_REFUSED = 20

/**
 * What a run of that date would issue and charge, by the rules of the run itself: the same decisions, orders, taxes and
 * invoices. Nothing is written.
 */
export async function previewRun(container: MedusaContainer, asOf: CivilDate): Promise<RunPreviewAnswer> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const { first, count } = await dueSubscriptions(knex, { asOf, limit: MOST })
  const isTogether = await isOneInvoiceADay(container)
  const drafts: RenewalDraft[] = []
  const refused: RefusedRenewal[] = []
  let ends = 0
  for (const ids of batchesOfCustomers(first, BATCH)) {
    const subscriptions = await withChangesDue(container, await loadBilledSubscriptions(knex, ids), asOf)
    const planned = planOf(container, subscriptions, asOf)
    ends += planned.filter(({ decisions }) => decisions.some(({ kind }) => kind === "end")).length
    const obstructed = await obstructedIn(container, planned)
    refused.push(...[...obstructed].map(([subscription_id, reason]) => ({ subscription_id, reason })))
    const clear = planned.filter(({ subscription }) => !obstructed.has(subscription.id))
    const batch = await draftsOrRefusals(container, clear, { asOf, isTogether })
    drafts.push(...(await previewBalances(knex, batch.drafts)))
    refused.push(...batch.refused)
  }
  const earlier = await sumsToCollect(knex, asOf)
  return {
    as_of: asOf,
    subscriptions: count,
    summed: first.length,
    ends,
    sums: answered(drafts, earlier),
    refused: refused.slice(0, MOST_REFUSED),
    refused_count: refused.length,
  }
}

interface Previewing {
  asOf: CivilDate
  /** What a customer owes on a day is put on one invoice. */
  isTogether: boolean
}

type RefusedRenewal = RunPreviewAnswer["refused"][number]

/** One subscription that cannot be billed blocks no other, as in the run: a batch that fails is tried one by one. */
async function draftsOrRefusals(
  container: MedusaContainer,
  planned: Planned[],
  preview: Previewing,
): Promise<{ drafts: RenewalDraft[]; refused: RefusedRenewal[] }> {
  try {
    return { drafts: await draftsOf(container, planned, preview), refused: [] }
  } catch (error) {
    if (planned.length === 1) {
      const reason = toError(error).message
      return { drafts: [], refused: planned.map(({ subscription: { id } }) => ({ subscription_id: id, reason })) }
    }
    const drafts: RenewalDraft[] = []
    const refused: RefusedRenewal[] = []
    for (const one of planned) {
      const single = await draftsOrRefusals(container, [one], preview)
      drafts.push(...single.drafts)
      refused.push(...single.refused)
    }
    return { drafts, refused }
  }
}

type Planned = PlannedSubscription<BilledSubscription>

function planOf(container: MedusaContainer, subscriptions: BilledSubscription[], asOf: CivilDate): Planned[] {
  const { options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  return subscriptions.map((subscription) => ({
    subscription,
    decisions: decideRenewals(toSubscriptionFacts(subscription), {
      asOf,
      catchUp: options.catchUp,
      catchUpLimit: options.catchUpLimit,
      invoiceDaysBefore: options.invoiceDaysBefore,
    }),
  }))
}

async function draftsOf(
  container: MedusaContainer,
  planned: Planned[],
  { asOf, isTogether }: Previewing,
): Promise<RenewalDraft[]> {
  const bills = renewalsIn(planned)
  const facts = await loadRenewalFacts(container, bills)
  const groups = renewalGroups(bills, isTogether ? leadsOf(bills) : {})
  return groups.map((group) => {
    const draft = draftOfGroup(container, group, { facts, asOf })
    // A method that was declined for good is asked for nothing: the customer pays, with another one.
    return group.lead.subscription.is_hard_declined ? { ...draft, collect_on: null } : draft
  })
}

/** Those that the run would leave to the next one, with the reason. */
async function obstructedIn(container: MedusaContainer, planned: Planned[]): Promise<Map<string, string>> {
  const bills = renewalsIn(planned)
  const obstacles = await findObstacles(container, bills)
  return new Map(
    bills.flatMap(({ subscription, decision }) => {
      const reason = obstacles.get(renewalIds(subscription.id, decision.cycle).renewal)
      return reason === undefined ? [] : [[subscription.id, reason]]
    }),
  )
}

const NONE = { count: 0, total: "0" }

/** The sums of what is issued and of what was issued before, by currency. */
function answered(
  drafts: RenewalDraft[],
  earlier: { currency_code: string; count: number; total: string }[],
): RunPreviewAnswer["sums"] {
  const issued = new Map(sumsOfDrafts(drafts).map((sums) => [sums.currencyCode, sums]))
  const collected = new Map(earlier.map((sum) => [sum.currency_code, sum]))
  return [...new Set([...issued.keys(), ...collected.keys()])].sort().map((currency_code) => {
    const { invoices = NONE, charged = NONE, sent = NONE } = issued.get(currency_code) ?? {}
    const { count, total } = collected.get(currency_code) ?? NONE
    return { currency_code, invoices, charged, sent, earlier: { count, total } }
  })
}
