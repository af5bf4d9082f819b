import type { LineRecord } from "../../cart"
import { contentLineOf, packageLineOf, rentalLineOf, type PackageLine } from "../cart/package-line"

/** A line of an order that is in a package, as customers' documents and subscriptions have it. */
export interface DocumentContent {
  /** The order's line of the package. */
  packageLineId: string
  /** The records of the package's line and of this one. */
  packageRecordId: string
  recordId: string
  /** The article, also where the line has no variant in Medusa. */
  productId: string
  variantId: string
  /** Not printed: its money is in the package's line (P13). */
  isHidden: boolean
  /** No customer may learn of it, listed or not (P13). */
  isUnseen: boolean
  /** Whether documents list the package's contents (P3). */
  isListed: boolean
  /** Its place among the package's contents (P15). */
  position: number
  /** Whether a recurring package renews with it: a percentage of an order counts in that order alone (P11). */
  isRenewed: boolean
}

/**
 * The contents and nested accessories among an order's lines, by order line id, from the lines' records (P3): where a
 * package is shown by its title alone, all of them are hidden. What ships a rented article is part of that one's line.
 */
export function documentContents(records: ReadonlyMap<string, LineRecord>): Map<string, DocumentContent> {
  const packages = new Map(
    [...records].flatMap(([lineId, record]): [string, Around][] => {
      const own = packageLineOf(record.payload)
      const isListed = own !== null && listsContents(own, record.productId)
      return own || rentalLineOf(record.payload) ? [[record.id, { lineId, recordId: record.id, isListed }]] : []
    }),
  )
  return new Map(
    [...records].flatMap(([lineId, record]): [string, DocumentContent][] => {
      const around = packages.get(record.parentId ?? "")
      const content = around ? contentOf(record, around) : null
      return content ? [[lineId, content]] : []
    }),
  )
}

interface Around {
  lineId: string
  recordId: string
  isListed: boolean
}

function contentOf(record: LineRecord, around: Around): DocumentContent | null {
  const content = contentLineOf(record.payload)
  return (
    content && {
      packageLineId: around.lineId,
      packageRecordId: around.recordId,
      recordId: record.id,
      productId: content.product_id,
      variantId: content.variant_id,
      isHidden: content.is_hidden || !around.isListed,
      isUnseen: content.is_hidden,
      isListed: around.isListed,
      position: content.position,
      isRenewed: content.reason !== "percentage",
    }
  )
}

/** Whether documents list the contents of a sold package: as its order says, else as its recipe said. */
export const listsContents = ({ book, lists_contents }: PackageLine, productId: string | null): boolean =>
  lists_contents ?? book[productId ?? ""]?.listsContents ?? true
