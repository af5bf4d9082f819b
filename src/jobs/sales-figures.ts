import type { MedusaContainer } from "@medusajs/framework/types"
import { addUpFigures, SALES_MODULE, type SalesModuleService } from "../modules/sales"

/** Every minute: figures by day that sales have changed are added up, so that totals read few rows. */
export default async function salesFigures(container: MedusaContainer): Promise<void> {
  await addUpFigures(container.resolve<SalesModuleService>(SALES_MODULE).db.knex)
}

export const config = { name: "sales-figures", schedule: "* * * * *" }
