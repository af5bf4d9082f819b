import type { ServiceStock } from "../../ports/service-stock"
import { holdForSubscription, releaseForSubscription } from "./hold-for-subscription"
import { serviceShortage } from "./service-shortage"

/** What there is of services, as billing asks and takes it (S9). */
export const stockOfServices: ServiceStock = {
  shortage: serviceShortage,
  hold: holdForSubscription,
  release: releaseForSubscription,
}
