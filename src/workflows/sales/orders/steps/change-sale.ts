import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CORE_MODULE, type CoreModuleService } from "../../../../modules/core"
import { changeSale, SALES_MODULE, type SalesModuleService } from "../../../../modules/sales"
import type { CivilDate } from "../../../../rules/calendar"
import { decideOwnChange, saleEvent, type NewSaleEvent, type OwnChange, type SaleStatus } from "../../../../rules/sales"
import { deliveryHolds } from "../../../ports/delivery-holds"

export interface ChangeSaleInput {
  id: string
  change: OwnChange
  reason: string
  /** `user:…` or `system`. */
  actor: string
  /** The instant, in ISO 8601. */
  now: string
}

const KINDS = { hold: "held", release: "released", stop: "stopped" } as const satisfies Record<OwnChange, string>

/**
 * Holds, releases or stops a sale under its lock: event, head and status are one transaction, so there is no
 * compensation. Deliveries are told afterwards; run again, the same change is refused and tells nobody.
 */
export const changeSaleStep = createStep("sales-change-sale", async (input: ChangeSaleInput, { container }) => {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).dateOf(input.now)
  let orderId = ""
  const isFound = await changeSale(knex, { id: input.id, at: new Date(input.now) }, ({ sale, sources }) => {
    const decision = decideOwnChange(sale.status, input.change)
    if (decision.kind === "refuse") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `A sale that is ${sale.status} cannot be put to: ${input.change}`,
      )
    }
    orderId = sale.order_id
    const event = ownEvent(input, { from: sale.status, to: decision.to, count: sources.size })
    return { events: [{ ...event, actor: input.actor, personal: null }], sale: saleOf(decision.to, today) }
  })
  if (!isFound) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Sale with id: ${input.id} was not found`)
  }
  await deliveryHolds.get().follow(container, { orderId, hold: KINDS[input.change] })
  return new StepResponse({ id: input.id, order_id: orderId })
})

/** What was released is looked at again, also where the process dies before it has caught up. */
function saleOf(status: SaleStatus, today: CivilDate): { status: SaleStatus; next_on?: CivilDate | null } {
  if (status === "stopped") {
    return { status, next_on: null }
  }
  return status === "processing" ? { status, next_on: today } : { status }
}

function ownEvent(
  { change, reason, now }: ChangeSaleInput,
  { from, to, count }: { from: SaleStatus; to: SaleStatus; count: number },
): NewSaleEvent {
  const kind = KINDS[change]
  // A sale may be held more than once; the lock keeps two of one number apart.
  const source = `${kind}:${count + 1}`
  return saleEvent({ kind, source, occurredAt: now, fromStatus: from, toStatus: to, reason })
}
