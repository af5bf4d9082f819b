import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"

export interface NamedPromotion {
  id: string
  code: string
  /** `standard`, or bought to get something. */
  type: string
  targets: string | null
}

/** A promotion of Medusa; throws NOT_FOUND where there is none. */
export async function requirePromotion(container: MedusaContainer, id: string): Promise<NamedPromotion> {
  const [found] = await container
    .resolve(Modules.PROMOTION)
    .listPromotions({ id }, { relations: ["application_method"], take: 1 })
  if (!found) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Promotion with id: ${id} was not found`)
  }
  const { code = "", type = "standard", application_method: method } = found
  return { id, code, type, targets: method?.target_type ?? null }
}
