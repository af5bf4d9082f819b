import type { LineRecord } from "../../../rules/cart"
import { isZero } from "../../../rules/money"
import {
  contentLineOf,
  outLineOf,
  packageLineOf,
  PACKAGES_ROOM,
  type ContentLine,
  type PickLine,
  type PickRole,
} from "../../../rules/packages"
import type { OrderLineFacts } from "../../orders/order-facts"

export interface OrderToPick {
  lines: readonly OrderLineFacts[]
  /** By order line id. */
  records: ReadonlyMap<string, LineRecord>
  /** By variant id. */
  skus: ReadonlyMap<string, string | null>
}

/** The variants of an order's lines; a line that is rented names its variant in its record alone. */
export const variantOf = (line: OrderLineFacts, record: LineRecord | undefined): string | null =>
  outLineOf(record?.payload)?.variantId ?? line.variantId

/** An order's lines as who picks it sees them: packages and articles as they were ordered, contents as in the recipe. */
export function pickLinesOf({ lines, records, skus }: OrderToPick): PickLine[] {
  const lineOfRecord = new Map([...records].map(([lineId, { id }]) => [id, lineId]))
  const picked = lines.flatMap((line) => {
    const record = records.get(line.id)
    if (isZero(line.quantity) || isNoGoods(line, record)) {
      return []
    }
    const content = contentLineOf(record?.payload)
    const packageLineId = (content && record?.parentId ? lineOfRecord.get(record.parentId) : null) ?? null
    const root = packageLineOf(records.get(packageLineId ?? line.id)?.payload)
    const variantId = variantOf(line, record)
    const pickLine: PickLine = {
      lineId: line.id,
      packageLineId,
      path: content?.slot ?? "",
      variantId,
      title: titleOf(line),
      sku: (variantId !== null && skus.get(variantId)) || null,
      role: roleOf(record, content),
      isPackage: content ? root?.book[content.product_id] !== undefined : root !== null,
      isHidden: content?.is_hidden ?? false,
      quantity: line.quantity,
      fulfilled: line.fulfilledQuantity,
      returned: line.returnedQuantity,
      period: outLineOf(record?.payload)?.period ?? null,
    }
    return [{ pickLine, position: content?.position ?? -1 }]
  })
  return picked.sort((one, other) => one.position - other.position).map(({ pickLine }) => pickLine)
}

/**
 * What another room has added without a variant, such as a set-up fee, is nothing to pick, and nor is the line that ships
 * a rental.
 */
const isNoGoods = ({ variantId }: OrderLineFacts, record: LineRecord | undefined): boolean =>
  record !== undefined && (record.room === PACKAGES_ROOM ? record.kind === "delivery" : variantId === null)

/** "Chair · Red"; a variant that repeats its product's name says nothing more. */
const titleOf = ({ title, variantTitle }: OrderLineFacts): string =>
  variantTitle === null || variantTitle === title ? title : `${title} · ${variantTitle}`

function roleOf(record: LineRecord | undefined, content: ContentLine | null): PickRole {
  if (!content) {
    return packageLineOf(record?.payload) ? "package" : "article"
  }
  return record?.kind === "accessory" ? "accessory" : "content"
}
