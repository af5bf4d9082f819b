import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService, pausesToEnd } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { toError } from "../../errors/to-error"
import { resumeSubscriptionWorkflow } from "../dunning/resume-subscription"

const AT_ONCE = 100

/**
 * Pauses that were until a date end on that date, however late the tick is; what is due by then is billed in the same tick.
 * One that fails holds up no other.
 */
export async function endPauses(container: MedusaContainer, asOf: CivilDate): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  for (;;) {
    const due = await pausesToEnd(knex, { asOf, limit: AT_ONCE })
    let ended = 0
    for (const { id, paused_until } of due) {
      try {
        const input = { id, reason: "the pause is over", as_of: paused_until, actor: "system" as const }
        await resumeSubscriptionWorkflow(container).run({ input })
        ended += 1
      } catch (error) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(`The pause of subscription ${id} could not be ended: ${toError(error).message}`)
      }
    }
    if (due.length < AT_ONCE || ended === 0) {
      return
    }
  }
}
