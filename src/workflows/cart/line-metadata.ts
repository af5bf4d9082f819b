import type { MedusaContainer } from "@medusajs/framework/types"
import { deepEqualObj, Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService, readLineRecordOf, readLineRecordsOfVariant } from "../../modules/core"
import { clientMetadata, withLineKey, type LineRecord } from "../../rules/cart"
import { lineRules } from "./line-rules"

type Metadata = Record<string, unknown>

interface Addition {
  cartId: string
  variantId: string
  metadata: Metadata | null | undefined
}

/**
 * The metadata of a request to add a line. Medusa merges lines with equal metadata, so if the cart has a keyed line of
 * the variant that is otherwise equal, the request gets its key. A key sent by the client is dropped.
 */
export async function metadataOfAddition(
  container: MedusaContainer,
  { cartId, variantId, metadata }: Addition,
): Promise<Metadata> {
  const own = clientMetadata(metadata)
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const known = await readLineRecordsOfVariant(knex, cartId, variantId)
  // Nothing can be added to a dependent line.
  const records = known.filter(({ parentId }) => parentId === null)
  if (!records.length) {
    return own
  }
  const lines = await container
    .resolve(Modules.CART)
    .listLineItems({ id: records.map((record) => record.lineId) }, { select: ["id", "metadata"] })
  const equal = records.filter((record) => {
    const line = lines.find((one) => one.id === record.lineId)
    return line && deepEqualObj(clientMetadata(line.metadata), own)
  })
  for (const record of equal) {
    if (await joinsAddition(container, record)) {
      return withLineKey(own, record.key)
    }
  }
  return own
}

async function joinsAddition(container: MedusaContainer, record: LineRecord): Promise<boolean> {
  for (const room of lineRules.getAll()) {
    if (room.joinsAddition && !(await room.joinsAddition(container, record))) {
      return false
    }
  }
  return true
}

/** The client's new metadata of a line, with the line's key. */
export async function metadataOfUpdate(
  container: MedusaContainer,
  { lineId, metadata }: { lineId: string; metadata: Metadata | null },
): Promise<Metadata> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const record = await readLineRecordOf(knex, lineId)
  return record ? withLineKey(metadata, record.key) : clientMetadata(metadata)
}
