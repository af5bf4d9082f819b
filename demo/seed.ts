import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { writeFileSync } from "fs"
import { PHOTO_KIT } from "./data/packages"
import { ADMIN, CUSTOMER_PASSWORD, CUSTOMERS } from "./data/people"
import { ensureAdmin } from "./parts/ensure-admin"
import { ensureCustomers } from "./parts/ensure-customers"
import { ensureDiscounts } from "./parts/ensure-discounts"
import { ensureGood } from "./parts/ensure-good"
import { ensurePackages } from "./parts/ensure-packages"
import { ensureQuickOrderLink } from "./parts/ensure-quick-order-link"
import { ensureRegions } from "./parts/ensure-regions"
import { ensureSalesChannel } from "./parts/ensure-sales-channel"
import { ensureSales } from "./parts/ensure-sales"
import { ensureServices } from "./parts/ensure-services"
import { ensureShipping } from "./parts/ensure-shipping"
import { ensureLeads } from "./parts/ensure-leads"
import { ensureHistory } from "./parts/ensure-history"

export interface DemoSummary {
  admin: { email: string; password: string }
  publishable_key: string
  customers: { email: string; password: string }[]
  /** Its product. */
  photo_kit: string
  /** The path of the link by which a lead orders without an account. */
  quick_order: string
}

/** Makes the demo store; what is there already stays as it is. */
export async function seedDemo(container: MedusaContainer): Promise<DemoSummary> {
  await ensureAdmin(container)
  const { id: channelId, publishableKey } = await ensureSalesChannel(container)
  const regions = await ensureRegions(container)
  const shipping = await ensureShipping(container, { channelId, regions })
  await ensureServices(container, channelId)
  await ensureGood(container, { channelId, shipping })
  await ensureCustomers(container)
  await ensureHistory(container, { channelId, regions })
  await ensureDiscounts(container)
  await ensurePackages(container, { channelId, shipping })
  await ensureLeads(container)
  await ensureSales(container)
  const [photoKit] = await container.resolve(Modules.PRODUCT).listProducts({ handle: PHOTO_KIT })
  return {
    admin: { email: ADMIN.email, password: ADMIN.password },
    publishable_key: publishableKey,
    customers: CUSTOMERS.map(({ email }) => ({ email, password: CUSTOMER_PASSWORD })),
    photo_kit: photoKit?.id ?? "",
    quick_order: await ensureQuickOrderLink(container),
  }
}

/** `medusa exec ./demo/seed.ts`; `npm start` tells by DEMO_SUMMARY where it wants to read what to print. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  const summary = await seedDemo(container)
  if (process.env.DEMO_SUMMARY) {
    writeFileSync(process.env.DEMO_SUMMARY, JSON.stringify(summary))
  }
}
