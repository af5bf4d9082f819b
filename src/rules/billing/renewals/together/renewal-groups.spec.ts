import fc from "fast-check"
import { billedSubscription } from "../../../__tests__/subscriptions"
import { round, sum } from "../../../money"
import { ofMembers } from "../../charges/members-of-renewal"
import { collectibleRenewal } from "../../../__tests__/charges"
import type { BillDecision } from "../../types"
import { batchesOfCustomers } from "./batches-of-customers"
import { draftRenewalInvoice } from "../draft-renewal-invoice"
import { eventsOfBatch } from "../events-of-batch"
import { mergeRenewalOrders } from "./merge-renewal-orders"
import { renewalsToBill } from "../planned-renewals"
import { leadsOf, renewalGroupKey, renewalGroups, type GroupedSubscription, type Leads } from "./renewal-groups"
import { composeRenewalOrder } from "../renewal-order"
import { renewalsOfDraft } from "./renewals-of-draft"

const DUE = "2026-02-28"
const decision: BillDecision = {
  kind: "bill",
  cycle: 1,
  periodStart: DUE,
  periodEnd: "2026-03-31",
  dueOn: DUE,
}
const address = { address_1: "Main Street 1", city: "Bonn", country_code: "de" }
const grouped = (changes: Partial<GroupedSubscription> = {}): GroupedSubscription => ({
  id: "bsub_A",
  customer_id: "cus_1",
  currency_code: "eur",
  region_id: "reg_1",
  sales_channel_id: "sc_1",
  locale: null,
  collection_method: "charge_automatically",
  payment_provider_id: "pp_1",
  payment_method: { id: "pm_1", account_holder_id: "acc_1" },
  is_hard_declined: false,
  shipping_address: address,
  billing_address: address,
  ...changes,
})
const keyOf = (changes: Partial<GroupedSubscription> = {}) => renewalGroupKey(grouped(changes), decision)

describe("renewalGroupKey", () => {
  it.each<[string, Partial<GroupedSubscription>]>([
    ["customer", { customer_id: "cus_2" }],
    ["currency", { currency_code: "chf" }],
    ["region", { region_id: "reg_2" }],
    ["sales channel", { sales_channel_id: null }],
    ["language", { locale: "fr" }],
    ["way of paying", { collection_method: "send_invoice" }],
    ["provider", { payment_provider_id: "pp_2" }],
    ["payer's account", { payment_method: { id: "pm_1", account_holder_id: "acc_2" } }],
    ["having no method", { payment_method: null }],
    ["shipping address", { shipping_address: { ...address, city: "Köln" } }],
    ["billing address", { billing_address: null }],
  ])("B30: another %s is another invoice", (_, changes) => {
    expect(keyOf(changes)).not.toBe(keyOf())
  })

  it.each<[string, Partial<GroupedSubscription>]>([
    ["another card of the same account", { payment_method: { id: "pm_2", account_holder_id: "acc_1" } }],
    ["the row of an address", { billing_address: { ...address, id: "ordaddr_2", created_at: "2026-01-01" } }],
    [
      "empty fields, and their order",
      { billing_address: { company: "", ...Object.fromEntries(Object.entries(address).reverse()) } },
    ],
    ["how the currency is written", { currency_code: "EUR" }],
    ["a card that was declined", { is_hard_declined: true }],
  ])("%s does not part them", (_, changes) => {
    expect(keyOf(changes)).toBe(keyOf())
  })

  it("another day is another invoice; what is sent asks for no method; nobody's subscription is on its own", () => {
    expect(renewalGroupKey(grouped(), { dueOn: "2026-03-01" })).not.toBe(keyOf())
    const sent = { collection_method: "send_invoice" as const }
    expect(keyOf({ ...sent, payment_method: null, payment_provider_id: null })).toBe(keyOf(sent))
    expect(keyOf({ customer_id: null })).toBeNull()
  })
})

const members = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 999 }),
    customer_id: fc.constantFrom(null, "cus_1", "cus_2"),
    currency_code: fc.constantFrom("eur", "chf"),
    is_hard_declined: fc.boolean(),
    price: fc.integer({ min: 0, max: 99_999 }),
  }),
  { selector: ({ number }) => number, maxLength: 12 },
)
type Member = typeof members extends fc.Arbitrary<(infer One)[]> ? One : never

const renewalOf = ({ number, price, ...changes }: Member) => {
  const key = String(number).padStart(4, "0")
  const plain = billedSubscription()
  const items = plain.items.map((item) => ({ ...item, id: `bsi_${key}`, unit_price: (price / 1000).toFixed(3) }))
  return { subscription: { ...plain, ...grouped(changes), id: `bsub_${key}`, display_id: number, items }, decision }
}
const FACTS: Member = { number: 4, customer_id: "cus_1", currency_code: "eur", is_hard_declined: false, price: 1000 }
const idOf = ({ subscription }: { subscription: { id: string } }) => `bren_${subscription.id.slice(5)}_1`

describe("leadsOf", () => {
  it("law: who shares a key shares a lead, which is among them and was not declined if one was not; in any order", () => {
    fc.assert(
      fc.property(members, (facts) => {
        const renewals = facts.map(renewalOf)
        const leads = leadsOf(renewals)
        expect(leadsOf([...renewals].reverse())).toEqual(leads)
        for (const one of renewals) {
          const key = renewalGroupKey(one.subscription, decision)
          const same = renewals.filter((other) => renewalGroupKey(other.subscription, decision) === key)
          const isAlone = key === null || same.length === 1
          expect(leads[idOf(one)] === undefined).toBe(isAlone)
          if (!isAlone) {
            expect(new Set(same.map((other) => leads[idOf(other)])).size).toBe(1)
            const lead = same.find((other) => idOf(other) === leads[idOf(one)])
            expect(lead?.subscription.is_hard_declined).toBe(same.every((other) => other.subscription.is_hard_declined))
          }
        }
      }),
    )
  })

  it("the later subscription leads, as its card was saved last", () => {
    const two = [4, 9].map((number) => renewalOf({ ...FACTS, number }))
    const [first = renewalOf(FACTS)] = two
    expect(leadsOf(two)).toEqual({ bren_0004_1: "bren_0009_1", bren_0009_1: "bren_0009_1" })
    expect(renewalsToBill([{ subscription: first.subscription, decisions: [decision] }], "run", leadsOf(two))).toEqual([
      expect.objectContaining({ id: "bren_0004_1", billed_with: "bren_0009_1" }),
    ])
  })
})

describe("renewalGroups", () => {
  it("law: every renewal is in one group, in the order of the numbers; without leads each is alone", () => {
    fc.assert(
      fc.property(members, (facts) => {
        const renewals = facts.map(renewalOf)
        const groups = renewalGroups(renewals, leadsOf(renewals))
        expect(groups.flatMap((group) => group.members.map(idOf)).sort()).toEqual(renewals.map(idOf).sort())
        for (const group of groups) {
          const numbers = group.members.map(({ subscription }) => subscription.display_id)
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
          expect(idOf(group.lead)).toBe(group.leadId)
        }
        expect(renewalGroups(renewals, {}).map(({ leadId }) => leadId)).toEqual(renewals.map(idOf))
      }),
    )
  })
})

const charges = { shipping: null, email: null, taxLines: new Map(), discounts: new Map() }
function draftOf(group: ReturnType<typeof renewalGroups<ReturnType<typeof renewalOf>>>[number]) {
  const compose = ({ subscription }: ReturnType<typeof renewalOf>) =>
    composeRenewalOrder(subscription, decision, charges)
  const [first, ...others] = group.members
  const order = mergeRenewalOrders(group.leadId, [compose(first), ...others.map(compose)])
  const { subscription } = group.lead
  return draftRenewalInvoice(
    {
      subscription,
      decision,
      members: group.members,
      order,
      displayId: 9,
      orderTotal: null,
      buyer: { name: null, company: null, vatNumber: null, email: null },
    },
    { seller: { name: "Example Ltd" }, asOf: DUE, amountTaken: (amount) => round(amount, "eur") },
  )
}

describe("one invoice of several renewals", () => {
  it("law: its ids are the lead's, its lines the members', and their shares come to what is to be paid", () => {
    fc.assert(
      fc.property(members, (facts) => {
        const renewals = facts.map(renewalOf)
        for (const group of renewalGroups(renewals, leadsOf(renewals))) {
          const draft = draftOf(group)
          expect(draft.invoice_id).toBe(group.leadId.replace("bren_", "binv_"))
          expect(draft.document.lines).toHaveLength(group.members.length)
          const shares = renewalsOfDraft(draft)
          expect(shares.map(({ renewal_id }) => renewal_id)).toEqual(group.members.map(idOf))
          expect(Number(sum(shares.map(({ share }) => share)))).toBe(Number(draft.payable))
          expect(draft.document.subscription_id === null).toBe(group.members.length > 1)
          const { events, timeLine } = eventsOfBatch({
            prepared: [],
            issued: [draft],
            skipped: new Set(),
            moved: new Set(),
            asOf: DUE,
          })
          const named = (name: string) => events.filter((event) => event.name === name)
          expect([named("order.placed"), named("billing.invoice.issued")].map(({ length }) => length)).toEqual([1, 1])
          expect(named("billing.renewal.issued")).toHaveLength(group.members.length)
          expect(timeLine).toHaveLength(group.members.length)
        }
      }),
    )
  })

  it("names the subscription of each line; a document of one is as it was", () => {
    const two = [4, 9].map((number) => renewalOf({ ...FACTS, number }))
    const documents = (leads: Leads) => renewalGroups(two, leads).map(draftOf)
    const [together] = documents(leadsOf(two))
    expect(together?.document.lines.map(({ description }) => description)).toEqual(["Monthly · #4", "Monthly · #9"])
    const [alone] = documents({})
    expect(alone).not.toHaveProperty("members")
    expect(alone?.document.lines[0]?.description).toBe("Monthly")
  })

  it("C24: has the customer's own number where all of their orders had it", () => {
    const charges = { shipping: null, email: null, taxLines: new Map(), discounts: new Map() }
    const numberOf = (...numbers: (string | undefined)[]) => {
      const orders = numbers.map((number, at) => {
        const subscription = { ...billedSubscription(), id: `bsub_${at}` }
        return composeRenewalOrder(
          number ? { ...subscription, purchase_order_number: number } : subscription,
          decision,
          charges,
        )
      })
      const [first, ...others] = orders
      return first && mergeRenewalOrders("bren_0_1", [first, ...others]).metadata.purchase_order_number
    }
    expect(numberOf("PO 1")).toBe("PO 1")
    expect(numberOf("PO 1", "PO 1")).toBe("PO 1")
    expect(numberOf("PO 1", "PO 2")).toBeUndefined()
    expect(numberOf("PO 1", undefined)).toBeUndefined()
    expect(numberOf(undefined, "PO 1")).toBeUndefined()
  })

  it("refuses an order without its lead", () => {
    expect(() =>
      mergeRenewalOrders("bren_other", [composeRenewalOrder(billedSubscription(), decision, charges)]),
    ).toThrow(RangeError)
  })
})

describe("ofMembers", () => {
  it("tells of each member under its own name, with its own share", () => {
    const renewal = collectibleRenewal({ id: "bren_A", total: "20.00" })
    const member = { id: "bren_B", billed_with: "bren_A", subscription_id: "bsub_B", cycle: 7, total: "5.00" }
    const told = ofMembers([{ renewal, said: 1 }], [member, { ...member, id: "bren_C", billed_with: "bren_X" }])
    expect(told.map((one) => [one.renewal.id, one.renewal.subscription_id, one.renewal.total, one.said])).toEqual([
      ["bren_A", renewal.subscription_id, "20.00", 1],
      ["bren_B", "bsub_B", "5.00", 1],
    ])
  })
})

describe("batchesOfCustomers", () => {
  it("law: nobody is in two batches, nothing is lost, and no batch is larger than asked for but for one customer", () => {
    const due = fc.array(fc.constantFrom(null, "cus_1", "cus_2", "cus_3"), { maxLength: 30 })
    fc.assert(
      fc.property(due, fc.integer({ min: 1, max: 10 }), (customers, size) => {
        const rows = customers.map((customer_id, at) => ({ id: `bsub_${at}`, customer_id }))
        const batches = batchesOfCustomers(rows, size)
        expect(batches.flat().sort()).toEqual(rows.map(({ id }) => id).sort())
        const ownersOf = (batch: string[]) =>
          new Set(rows.flatMap((row) => (batch.includes(row.id) ? (row.customer_id ?? row.id) : [])))
        expect(batches.flatMap((batch) => [...ownersOf(batch)])).toHaveLength(
          new Set(rows.map((row) => row.customer_id ?? row.id)).size,
        )
        expect(batches.every((batch) => batch.length <= size || ownersOf(batch).size === 1)).toBe(true)
      }),
    )
  })
})
