import type { BillDecision } from "../../types"
import type { CollectionMethod } from "../../states"
import { renewalIds } from "../renewal-ids"

type JsonObject = Record<string, unknown>

/** What says with which others a subscription's renewal stands on one invoice. */
export interface GroupedSubscription {
  id: string
  customer_id: string | null
  currency_code: string
  region_id: string | null
  sales_channel_id: string | null
  locale: string | null
  collection_method: CollectionMethod
  payment_provider_id: string | null
  payment_method: JsonObject | null
  /** Its method was declined for good. */
  is_hard_declined: boolean
  shipping_address: JsonObject | null
  billing_address: JsonObject | null
}

export interface RenewalToGroup<Subscription> {
  subscription: Subscription
  decision: BillDecision
}

/** By renewal, the one whose order and invoice it is on. One that is on its own is left out. */
export type Leads = Readonly<Record<string, string>>

/** Renewals of one order. The lead is the one that ids are derived from; it is among the members. */
export interface RenewalGroup<Renewal> {
  leadId: string
  lead: Renewal
  members: [Renewal, ...Renewal[]]
}

/** What identifies the row of an address, not the address. */
const OF_ROW = new Set(["id", "created_at", "updated_at", "deleted_at", "metadata"])

/** The same text for the same fields, in whatever order they are; what is empty does not count. */
function written(fields: JsonObject | null): string {
  const said = Object.entries(fields ?? {}).filter(
    ([name, value]) => !OF_ROW.has(name) && value !== null && value !== undefined && value !== "",
  )
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * How it is paid: sent, or charged by this provider to this account of the customer's there. The methods in the account may
 * differ, as each checkout saves one of its own; one of them is charged (`leadsOf`).
 */
function payingOf({ collection_method, payment_provider_id, payment_method }: GroupedSubscription): unknown[] {
  return collection_method === "send_invoice"
    ? [collection_method]
    : [
        collection_method,
        payment_provider_id,
        payment_method && (payment_method.account_holder_id ?? payment_method.id),
      ]
}

/**
 * What renewals have in common that stand on one invoice (B30): all that an order, its invoice and its charge have once.
 * null: it is on its own, as nobody knows whose it is.
 */
export function renewalGroupKey(
  subscription: GroupedSubscription,
  { dueOn }: Pick<BillDecision, "dueOn">,
): string | null {
  if (subscription.customer_id === null) {
    return null
  }
  return JSON.stringify([
    subscription.customer_id,
    dueOn,
    subscription.currency_code.toLowerCase(),
    subscription.region_id,
    subscription.sales_channel_id,
    subscription.locale,
    payingOf(subscription),
    written(subscription.shipping_address),
    written(subscription.billing_address),
  ])
}

const idOf = ({ subscription, decision }: RenewalToGroup<{ id: string }>): string =>
  renewalIds(subscription.id, decision.cycle).renewal

/** The later subscription leads, with the method that was saved last; not one whose method was declined for good. */
function compareLeads(a: RenewalToGroup<GroupedSubscription>, b: RenewalToGroup<GroupedSubscription>): number {
  const declined = Number(a.subscription.is_hard_declined) - Number(b.subscription.is_hard_declined)
  return declined || (idOf(a) < idOf(b) ? 1 : -1)
}

/** Puts renewals together by their keys. The lead's method is the one that is charged. */
export function leadsOf(renewals: readonly RenewalToGroup<GroupedSubscription>[]): Leads {
  const groups = new Map<string, RenewalToGroup<GroupedSubscription>[]>()
  for (const renewal of renewals) {
    const key = renewalGroupKey(renewal.subscription, renewal.decision)
    if (key !== null) {
      groups.set(key, [...(groups.get(key) ?? []), renewal])
    }
  }
  const together = [...groups.values()].filter(({ length }) => length > 1)
  return Object.fromEntries(
    together.flatMap((members) => {
      const [lead = members[0]] = [...members].sort(compareLeads)
      return lead ? members.map((member) => [idOf(member), idOf(lead)]) : []
    }),
  )
}

/** Renewals in groups, each where its first member stands. Members are in the order of their subscriptions' numbers. */
export function renewalGroups<Renewal extends RenewalToGroup<{ id: string; display_id: number }>>(
  renewals: readonly Renewal[],
  leads: Leads,
): RenewalGroup<Renewal>[] {
  const groups = new Map<string, RenewalGroup<Renewal>>()
  for (const renewal of renewals) {
    const id = idOf(renewal)
    const leadId = leads[id] ?? id
    const group = groups.get(leadId)
    if (group) {
      group.members.push(renewal)
      group.lead = id === leadId ? renewal : group.lead
    } else {
      groups.set(leadId, { leadId, lead: renewal, members: [renewal] })
    }
  }
  for (const { members } of groups.values()) {
    members.sort((a, b) => a.subscription.display_id - b.subscription.display_id)
  }
  return [...groups.values()]
}
