import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, linesWithSection } from "../../../modules/core"
import { contentLineOf, PACKAGES_ROOM, type HiddenLines } from "../../../rules/packages"

const HIDDEN = { [PACKAGES_ROOM]: { is_hidden: true } }

/** Which of these lines of carts and orders no customer may see, dependent lines of theirs included. */
export async function findHiddenLines(container: MedusaContainer, lineIds: string[]): Promise<HiddenLines> {
  const isOrderLine = (id: string) => id.startsWith("ordli_")
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const asked = {
    cartLineIds: lineIds.filter((id) => !isOrderLine(id)),
    orderLineIds: lineIds.filter(isOrderLine),
  }
  const rows = await linesWithSection(knex, asked, HIDDEN)
  return new Map(
    rows.map(({ line_id, top_line_id, payload }) => [
      line_id,
      { packageLineId: top_line_id, perPackage: contentLineOf(payload)?.quantity ?? 1 },
    ]),
  )
}
