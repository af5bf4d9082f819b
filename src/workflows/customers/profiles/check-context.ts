import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import type { CivilDate } from "../../../rules/calendar"
import type { checkProfile } from "../../../rules/customers"
import { storeCurrencies } from "../../store/store-currencies"

/** What the check of a profile's fields goes by. */
export async function checkContext(
  container: MedusaContainer,
  asOf: CivilDate,
): Promise<Parameters<typeof checkProfile>[2]> {
  const { customers, seller } = container.resolve<CoreModuleService>(CORE_MODULE).options
  return {
    asOf,
    country: customers.phoneCountry ?? seller.country_code ?? null,
    currencies: await storeCurrencies(container),
  }
}
