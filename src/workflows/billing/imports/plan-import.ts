import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService, type Database } from "../../../modules/core"
import { planSubscriptionsImport, type SubscriptionsPlan } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { loadImportFacts } from "./load-import-facts"
import { readImportFile, type ImportFile } from "./read-import-file"

export interface PlannedImport {
  sha256: string
  plan: SubscriptionsPlan
  /** Rows of what has ended. */
  leftOut: number
}

/** What moving a file in would do now: the same rules as the import itself; nothing is written (B62). */
export async function planImport(
  container: MedusaContainer,
  file: ImportFile,
  { asOf, db }: { asOf: CivilDate; db: Database },
): Promise<PlannedImport> {
  const { timeZone } = container.resolve<CoreModuleService>(CORE_MODULE).options
  const { sha256, read } = readImportFile(file, { asOf, timeZone, currencyCode: await storeCurrency(container) })
  if (!read.ok) {
    return { sha256, plan: read, leftOut: 0 }
  }
  const facts = await loadImportFacts(container, read.subscriptions, { format: file.format, db })
  return { sha256, plan: planSubscriptionsImport(read.subscriptions, facts), leftOut: read.leftOut }
}

/** The store's own, of what a file does not say. */
async function storeCurrency(container: MedusaContainer): Promise<string> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "store",
    fields: ["supported_currencies.currency_code", "supported_currencies.is_default"],
  })
  const stores = data as { supported_currencies?: { currency_code: string; is_default: boolean }[] | null }[]
  const supported = stores[0]?.supported_currencies ?? []
  return (supported.find(({ is_default }) => is_default) ?? supported[0])?.currency_code ?? ""
}
