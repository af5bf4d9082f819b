import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { randomUUID } from "crypto"
import { setTimeout } from "timers/promises"

const WAIT_MS = 2_000
const TRY_EACH_MS = 25
const EXPIRES_SECONDS = 10

/**
 * Waits until no other request is adding to the cart: which line an addition joins is decided before Medusa takes the
 * cart's lock. Returns what ends it. Who has waited too long goes on; Medusa's own lock says whether that can be.
 */
export async function beginAddition(container: MedusaContainer, cartId: string): Promise<() => void> {
  const locking = container.resolve(Modules.LOCKING)
  const ownerId = randomUUID()
  const key = `service-addition:${cartId}`
  const until = Date.now() + WAIT_MS
  for (;;) {
    try {
      await locking.acquire(key, { ownerId, expire: EXPIRES_SECONDS })
      return () => void locking.release(key, { ownerId }).catch(() => undefined)
    } catch {
      if (Date.now() >= until) {
        return () => undefined
      }
    }
    await setTimeout(TRY_EACH_MS)
  }
}
