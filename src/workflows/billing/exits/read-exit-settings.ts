import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ExitSettingsAnswer } from "../../../contracts/billing/exits/exits"
import { BILLING_MODULE, type BillingModuleService, emailProvider, readExitSettings } from "../../../modules/billing"
import { DEFAULT_EXIT_REGION, EXIT_KINDS, type ExitKind } from "../../../rules/billing"
import { pagesUrl } from "../payment-pages/payment-link-url"

/** Where a region's exit page stands below the server's address. */
export const exitPath = (regionId: string, kind: ExitKind): string => `/pages/exit/${regionId}/${kind}`

/** Each region with what it serves, and the addresses of its pages. */
export async function readExitSettingsAnswer(container: MedusaContainer): Promise<ExitSettingsAnswer> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const { settings, version } = await readExitSettings(knex)
  const regions = await container.resolve(Modules.REGION).listRegions({}, { order: { name: "ASC" }, take: null })
  const base = pagesUrl(container)
  return {
    regions: regions.map(({ id, name }) => ({
      region_id: id,
      name,
      ...(settings[id] ?? DEFAULT_EXIT_REGION),
      urls: base === null ? null : urlsOf(base, id),
    })),
    email_provider: await emailProvider(knex),
    version: version?.version ?? 0,
  }
}

function urlsOf(base: string, regionId: string): { cancel: string; withdraw: string } {
  const [cancel, withdraw] = EXIT_KINDS.map((kind) => base + exitPath(regionId, kind))
  return { cancel: cancel ?? "", withdraw: withdraw ?? "" }
}
