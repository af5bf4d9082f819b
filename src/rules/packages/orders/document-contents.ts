import type { LineRecord } from "../../cart"
import { contentLineOf, packageLineOf, rentalLineOf, type PackageLine } from "../cart/package-line"

/** A line of an order that is in a package, as customers' documents show it. */
export interface DocumentContent {
  /** The order's line of the package. */
  packageLineId: string
  /** Not printed: its money is in the package's line (P13). */
  isHidden: boolean
  /** Its place among the package's contents (P15). */
  position: number
}

/**
 * The contents and nested accessories among an order's lines, by order line id, from the lines' records (P3): where a
 * package is shown by its title alone, all of them are hidden. What ships a rented article is part of that one's line.
 */
export function documentContents(records: ReadonlyMap<string, LineRecord>): Map<string, DocumentContent> {
  const packages = new Map(
    [...records].flatMap(([lineId, record]): [string, { lineId: string; isListed: boolean }][] => {
      const own = packageLineOf(record.payload)
      const isListed = own !== null && listsContents(own, record.productId)
      return own || rentalLineOf(record.payload) ? [[record.id, { lineId, isListed }]] : []
    }),
  )
  return new Map(
    [...records].flatMap(([lineId, record]): [string, DocumentContent][] => {
      const content = contentLineOf(record.payload)
      const around = packages.get(record.parentId ?? "")
      return content && around
        ? [
            [
              lineId,
              {
                packageLineId: around.lineId,
                isHidden: content.is_hidden || !around.isListed,
                position: content.position,
              },
            ],
          ]
        : []
    }),
  )
}

/** Whether documents list the contents of a sold package: as its order says, else as its recipe said. */
export const listsContents = ({ book, lists_contents }: PackageLine, productId: string | null): boolean =>
  lists_contents ?? book[productId ?? ""]?.listsContents ?? true
