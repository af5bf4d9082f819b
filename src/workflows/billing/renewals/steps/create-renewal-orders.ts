import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { BilledSubscription } from "../../../../modules/billing"
import {
  idsOfRenewal,
  mergeRenewalOrders,
  renewalGroups,
  renewalIds,
  renewalsIn,
  renewedPackageLines,
  type PlannedSubscription,
  type RenewalDraft,
  type RenewalOrder,
} from "../../../../rules/billing"
import type { BatchInput } from "../batch-input"
import { composeOrder } from "../compose-order"
import { createMissingOrders } from "../create-missing-orders"
import { draftRenewalInvoices } from "../draft-renewal-invoices"
import { loadRenewalFacts } from "../load-renewal-facts"
import type { RecordedCycles } from "../record-cycles"
import { reserveRenewalGoods } from "../reserve-renewal-goods"

export interface PreparedBatch {
  batch: BatchInput
  prepared: PlannedSubscription<BilledSubscription>[]
  waiting: RecordedCycles
}

/**
 * A batch with its invoices, which have no numbers yet. The steps hand on the batch as one value: Medusa copies a step's
 * input once, and each part of an input that is put together many times.
 */
export interface DraftedBatch extends Pick<PreparedBatch, "batch" | "prepared"> {
  drafts: RenewalDraft[]
}

/**
 * Makes the Medusa orders of a batch in one call, reserves their goods and drafts their invoices. Ids are derived from
 * subscription and cycle: orders of a crashed worker are found, and a second insert is refused. No compensation: a numbered
 * order is never deleted, and the next batch continues with it.
 */
export const createRenewalOrdersStep = createStep(
  "billing-create-renewal-orders",
  async ({ batch, prepared, waiting }: PreparedBatch, { container }) => {
    const wanted = new Set([...waiting.fresh, ...waiting.left])
    const renewals = renewalsIn(prepared)
    const bills = renewals.filter(({ subscription, decision }) =>
      wanted.has(renewalIds(subscription.id, decision.cycle).renewal),
    )
    const facts = await loadRenewalFacts(container, bills)
    const groups = renewalGroups(bills, waiting.leads)
    const begun = new Set(waiting.left)
    const orders = await createMissingOrders(container, {
      orders: groups.map(({ leadId, members: [first, ...others] }) =>
        mergeRenewalOrders(leadId, [compose(first), ...others.map(compose)]),
      ),
      packages: groups.flatMap(({ leadId, members }) =>
        members.flatMap(({ subscription, decision }) =>
          renewedPackageLines(subscription, decision, idsOfRenewal(leadId).order),
        ),
      ),
      begun: groups.flatMap(({ leadId }) => (begun.has(leadId) ? [idsOfRenewal(leadId).order] : [])),
    })
    await reserveRenewalGoods(
      container,
      orders.map(({ order }) => order),
    )
    const drafts = await draftRenewalInvoices(container, {
      groups: renewalGroups(renewals, waiting.leads),
      orders,
      buyers: facts.buyers,
      asOf: batch.as_of,
    })
    return new StepResponse({ batch, prepared, drafts })

    function compose({ subscription, decision }: (typeof bills)[number]): RenewalOrder {
      return composeOrder(subscription, decision, facts)
    }
  },
)
