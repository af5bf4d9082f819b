import type { Database } from "../../modules/core"
import type { CivilDate } from "../../rules/calendar"
import { createPort } from "./create-port"

/** Somebody asks for a product that is sold on request. */
export interface ProductRequest {
  /** Decides the request's id: the same again is the same request. */
  formKey: string
  productId: string
  variantId: string
  /** What it is called today. */
  title: string
  quantity: number
  name: string
  email: string | null
  message: string | null
  customerId: string | null
  regionId: string
  salesChannelId: string
  locale: string | null
  /** ISO 8601. */
  receivedAt: string
  asOf: CivilDate
}

/** Keeps what is asked for in another room, in the caller's transaction. Used by customers. */
export interface ProductRequests {
  /** The request's id. */
  record: (trx: Database, request: ProductRequest) => Promise<string>
}

export const productRequests = createPort<ProductRequests>("who answers what is asked for")
