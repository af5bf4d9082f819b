import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { CartStockLine, StockShortage } from "../../../rules/packages"
import { refuse } from "../../errors/refuse"
import type { OrderToCheck } from "./order-to-check"

/** Refuses an order with what is short of it and when; a content, which may be hidden, is named to admins alone. */
export async function refuseShortage(
  container: MedusaContainer,
  { lines, isOfAdmin = false }: OrderToCheck,
  [first, ...others]: readonly [StockShortage, ...StockShortage[]],
): Promise<never> {
  const isNamed = ({ lineId }: StockShortage) =>
    isOfAdmin || lines.some((line) => line.lineId === lineId && !line.isDependent)
  const shown = [first, ...others].find(isNamed) ?? first
  const period = periodOf(lines.find(({ lineId }) => lineId === shown.lineId))
  if (!isNamed(shown)) {
    refuse("items", `There is not enough in stock for a package${period}`)
  }
  const name = await nameOf(container, shown.variantId)
  refuse(
    "items",
    `There is not enough of "${name}" in stock: ${shown.asked} are asked, ${shown.free} are free${period}`,
  )
}

const periodOf = (line: CartStockLine | undefined): string =>
  line?.period ? ` from ${line.period.from} to ${line.period.to}` : ""

async function nameOf(container: MedusaContainer, variantId: string): Promise<string> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["title", "product.title"],
    filters: { id: variantId },
  })
  return data[0]?.product?.title ?? data[0]?.title ?? variantId
}
