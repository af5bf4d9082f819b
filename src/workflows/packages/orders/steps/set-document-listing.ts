import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CORE_MODULE, type CoreModuleService, writeLineRecords } from "../../../../modules/core"
import type { LineRecord } from "../../../../rules/cart"
import { listsContents, packageLineOf, packagePayload } from "../../../../rules/packages"
import { loadOrder } from "../../../orders/load-orders"
import { documentListing } from "../../../ports/document-listing"
import { refuse } from "../../../errors/refuse"
import { bindPackageLines } from "../bind-package-lines"
import { packageRecordsOfOrder } from "../package-records-of-order"

export interface DocumentListingInput {
  order_id: string
  line_id: string
  lists_contents: boolean
}

/** Says whether documents list the contents of a package on an order. */
export const setDocumentListingStep = createStep(
  "packages-set-document-listing",
  async ({ order_id, line_id, lists_contents }: DocumentListingInput, { container }) => {
    const order = await loadOrder(container, order_id)
    if (!order.lines.some(({ id }) => id === line_id)) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Line item with id: ${line_id} was not found`)
    }
    await bindPackageLines(container, order)
    const record = (await packageRecordsOfOrder(container, order)).get(line_id)
    const own = packageLineOf(record?.payload)
    if (!record || !own) {
      refuse("line_id", "The line is no package")
    }
    const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
    const payload = { ...record.payload, ...packagePayload({ ...own, lists_contents }) }
    await writeLineRecords(knex, { create: [], update: [{ ...record, payload }], delete: [] })
    await documentListing.get().follow(container, { recordId: record.id, isListed: lists_contents })
    return new StepResponse(undefined, record)
  },
  async (record: LineRecord | undefined, { container }) => {
    if (record) {
      const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
      await writeLineRecords(knex, { create: [], update: [record], delete: [] })
      const own = packageLineOf(record.payload)
      const isListed = own === null || listsContents(own, record.productId)
      await documentListing.get().follow(container, { recordId: record.id, isListed })
    }
  },
)
