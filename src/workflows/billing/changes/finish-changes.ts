import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  BILLING_MODULE,
  type BillingModuleService,
  interruptedChanges,
  lockHeld,
  readChange,
  readSubscriptions,
} from "../../../modules/billing"
import { inTransaction } from "../../../modules/core"
import { toError } from "../../errors/to-error"
import { applyChange } from "./apply-change"
import { creditChange } from "./credit-change"

const AT_ONCE = 100

/** Credits what a change leaves unused, then writes its terms. Running it again changes nothing. */
export async function finishChange(container: MedusaContainer, id: string): Promise<void> {
  const {
    db: { knex },
    options,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const change = await readChange(knex, id)
  if (change?.status !== "crediting") {
    return
  }
  await creditChange(container, change)
  await inTransaction(knex, async (trx) => {
    if (!(await lockHeld(trx, change.id, change.subscription_id))) {
      return
    }
    const [subscription] = await readSubscriptions(trx, [change.subscription_id])
    if (subscription) {
      await applyChange(trx, { subscription, change, from: "crediting", settings: options }, change)
    }
  })
}

/** Changes that a process which died has begun are finished before anything of them is billed; one that fails holds up no other. */
export async function finishChanges(container: MedusaContainer): Promise<void> {
  const {
    db: { knex },
    options,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  for (const id of await interruptedChanges(knex, { seconds: options.claimSeconds, limit: AT_ONCE })) {
    try {
      await finishChange(container, id)
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`The change ${id} could not be finished: ${toError(error).message}`)
    }
  }
}
