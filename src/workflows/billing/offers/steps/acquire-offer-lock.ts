import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { randomUUID } from "crypto"
import { setTimeout as wait } from "timers/promises"

const WAIT_SECONDS = 10
const HOLD_SECONDS = 60
const RETRY_MILLISECONDS = 100

export interface AcquiredLock {
  key: string
  ownerId: string
}

/**
 * Locks a product's offer, so that one request at a time changes it. A request that waits too long gets a conflict
 * error. Unique indexes guard processes without a shared lock. Release it with Medusa's `releaseLockStep`.
 */
export const acquireOfferLockStep = createStep(
  "billing-acquire-offer-lock",
  async (productId: string, { container }): Promise<StepResponse<AcquiredLock, AcquiredLock>> => {
    const locking = container.resolve(Modules.LOCKING)
    const held = { key: `billing-offer:${productId}`, ownerId: randomUUID() }
    for (let left = (WAIT_SECONDS * 1000) / RETRY_MILLISECONDS; ; left--) {
      try {
        await locking.acquire(held.key, { ownerId: held.ownerId, expire: HOLD_SECONDS })
        return new StepResponse(held, held)
      } catch {
        if (left <= 0) {
          throw new MedusaError(MedusaError.Types.CONFLICT, `The offer of product ${productId} is being changed`)
        }
        await wait(RETRY_MILLISECONDS)
      }
    }
  },
  async (held, { container }) => {
    if (held) {
      await container.resolve(Modules.LOCKING).release(held.key, { ownerId: held.ownerId })
    }
  },
)
