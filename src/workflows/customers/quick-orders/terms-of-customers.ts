import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  cartHasTerms,
  CUSTOMERS_MODULE,
  type CustomersModuleService,
  isQuickOrderCart,
  termsOfCartOrAccount,
  termsOfCustomer,
} from "../../../modules/customers"
import { personalPercent } from "../../../rules/customers"
import type { Decimal } from "../../../rules/money"

const knexOf = (container: MedusaContainer) => container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db.knex

const percentOfRow = (row: { discount_percent: Decimal | null } | null): Decimal | null =>
  personalPercent(row && { discountPercent: row.discount_percent })

async function groupsOf(container: MedusaContainer, customerId: string | null): Promise<string[]> {
  const [customer] =
    customerId === null
      ? []
      : await container.resolve(Modules.CUSTOMER).listCustomers({ id: customerId }, { relations: ["groups"] })
  return (customer?.groups ?? []).flatMap(({ id }) => id ?? [])
}

/** What customers have of their own, for the other rooms (D25): from their profile, or that of a quick order's link. */
export const termsOfCustomers = {
  condition: cartHasTerms,

  ofCart: async (container: MedusaContainer, { id, accountId }: { id: string | null; accountId: string | null }) => {
    if (id === null && accountId === null) {
      return { percent: null, quickOrder: null }
    }
    const row = await termsOfCartOrAccount(knexOf(container), { cartId: id, accountId })
    return {
      percent: percentOfRow(row),
      quickOrder: row.is_quick_order ? { groups: await groupsOf(container, row.customer_id) } : null,
    }
  },

  percentOf: async (container: MedusaContainer, customerId: string): Promise<Decimal | null> =>
    percentOfRow(await termsOfCustomer(knexOf(container), customerId)),

  isQuickOrder: (container: MedusaContainer, cartId: string): Promise<boolean> =>
    isQuickOrderCart(knexOf(container), cartId),
}
