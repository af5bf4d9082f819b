import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createAdmin } from "../../integration-tests/support/create-admin"
import { breakdownSchema } from "../../src/contracts/packages/breakdown"
import { priceBreakdown } from "../../src/workflows/packages/breakdown/price-breakdown"
import { readInput, writeOutput } from "../support/child"
import { createNestedPackage } from "../support/create-package"

export interface BreakdownsInput {
  salesChannelId: string
  contents: number
  /** How deep each package is. */
  depths: number[]
}

/** Packages of as many contents and of these depths, and how many statements a breakdown of each takes. */
export default async function prepareBreakdowns({ container }: ExecArgs): Promise<void> {
  const { salesChannelId, contents, depths } = readInput<BreakdownsInput>()
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const statementsOf = async (productId: string): Promise<number> => {
    const input = { ...breakdownSchema.parse({ currency_code: "eur", days: 3 }), product_id: productId }
    // What is asked once in a process is not counted.
    await priceBreakdown(container, input)
    let count = 0
    const listen = () => (count += 1)
    knex.on("query", listen)
    const { nodes } = await priceBreakdown(container, input)
    knex.removeListener("query", listen)
    if (nodes.length < contents) {
      throw new Error(`A breakdown has ${nodes.length} rows of ${contents} contents`)
    }
    return count
  }
  const packages = []
  for (const depth of depths) {
    const { productId } = await createNestedPackage(container, { contents, levels: depth, salesChannelId })
    packages.push({ depth, productId, statements: await statementsOf(productId) })
  }
  writeOutput({ packages, headers: (await createAdmin(container)).headers })
}
