import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { collectorFor } from "../../../collectors"
import { BILLING_MODULE, type BillingModuleService, movedKeys } from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import type { FileSubscription, ImportFacts, ImportFormatName } from "../../../rules/billing"
import { customersOfRows } from "./customers-of-rows"
import { productsOfRows } from "./products-of-rows"

/** The key of a row in the database: two systems may call theirs the same. */
export const importKey = (format: ImportFormatName, key: string): string => `${format}:${key}`

const idOf = (name: string): string =>
  `bsub_${createHash("sha256").update(`import:${name}`).digest("hex").slice(0, 26).toUpperCase()}`

/** Everything that the rows of a file name, found by it: a few statements, however many rows. */
export async function loadImportFacts(
  container: MedusaContainer,
  rows: readonly FileSubscription[],
  { format, db }: { format: ImportFormatName; db: Database },
): Promise<ImportFacts> {
  const { options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const keys = rows.map(({ key }) => importKey(format, key))
  const moved = await movedKeys(db, keys)
  const prefix = importKey(format, "").length
  const [store] = await container.resolve(Modules.STORE).listStores({}, { take: 1 })
  return {
    productsCalled: await productsOfRows(container, rows),
    customerOf: await customersOfRows(container, rows),
    regionOf: await regionsOf(container),
    providers: await providersOf(container),
    salesChannelId: store?.default_sales_channel_id ?? null,
    movedKeys: new Set(moved.map((key) => key.slice(prefix))),
    idOf: (key) => idOf(importKey(format, key)),
    invoiceDaysBefore: options.invoiceDaysBefore,
  }
}

interface RegionRow {
  id: string
  currency_code: string
  countries: { iso_2: string }[] | null
}

/** The region of the currency that has the country; else the currency's first. */
async function regionsOf(container: MedusaContainer): Promise<ImportFacts["regionOf"]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "region", fields: ["id", "currency_code", "countries.iso_2"] })
  const regions = (data as RegionRow[]).sort((a, b) => (a.id < b.id ? -1 : 1))
  return (currencyCode, countryCode) => {
    const selling = regions.filter((region) => region.currency_code === currencyCode)
    const own = selling.find(({ countries }) => (countries ?? []).some(({ iso_2 }) => iso_2 === countryCode))
    return (own ?? selling[0])?.id ?? null
  }
}

async function providersOf(container: MedusaContainer): Promise<Map<string, boolean>> {
  const providers = await container.resolve(Modules.PAYMENT).listPaymentProviders({ is_enabled: true })
  return new Map(providers.map(({ id }) => [id, collectorFor(id).canChargeOffSession]))
}
