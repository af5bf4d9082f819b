import { ordersByLinks } from "../../../modules/customers"
import type { Database } from "../profiles/editing"
import { cartsOfAttempts } from "../quick-orders/cart-of-attempt"

/** All carts that the links of profiles have made. Their ids are nobody's but the store's: no step hands them on. */
export const cartsOfLinks = async (db: Database, profileIds: readonly string[]): Promise<string[]> =>
  (await ordersByLinks(db, profileIds)).flatMap(cartsOfAttempts)
