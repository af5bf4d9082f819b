import type { MedusaContainer } from "@medusajs/framework/types"
import { sharePayload, waitingLineId, type LineRecord } from "../../../rules/cart"
import {
  movedRentals,
  newAccessories,
  packagePayload,
  PACKAGES_ROOM,
  rentalLineOf,
  rentalPrice,
  separateAccessories,
  type AccessoryMove,
  type AddedLine,
  type OrderPackageChanges,
  type PackageFacts,
  type PackageNode,
  type RentalTerms,
} from "../../../rules/packages"
import { LINE_IDS } from "../../cart/line-ids"
import { refuse } from "../../errors/refuse"
import { accessoryTermsOf, movedTerms, type PackageOut } from "../cart/separate-lines"
import { loadArticleFacts } from "./load-package-facts"
import type { PackageSale } from "./load-package-sale"
import { UNKNOWN_LINE } from "./new-package-line"

/** A line that is added beside a package, at Medusa's price: an accessory that does not go with it. */
export interface SeparateLine {
  variant_id: string
  quantity: number
}

export interface PlannedPackageChange extends OrderPackageChanges {
  separate: SeparateLine[]
}

interface ChangedPackage {
  sale: PackageSale
  /** Null: it is added. */
  before: PackageOut | null
  after: PackageOut
}

/**
 * A change of a package with the accessories that come with it as lines of their own (P16). One that is priced by time is
 * out as long as the package, and goes where that goes.
 */
export async function withAccessories<Changes extends OrderPackageChanges & { separate?: SeparateLine[] }>(
  container: MedusaContainer,
  changes: Changes,
  { sale, before, after }: ChangedPackage,
): Promise<PlannedPackageChange> {
  const accessories = before ? newAccessories(before.root, after.root) : separateAccessories(after.root)
  const termsOf = await accessoryTermsOf(container, { ...after, accessories })
  const moves = before ? await movedTerms(container, { before, after }) : []
  const rented = accessories.filter(({ path }) => termsOf.has(path))
  const facts = await loadArticleFacts(container, sale.order, [...rented, ...moves])
  const added = rented.flatMap((node) => {
    const terms = termsOf.get(node.path)
    return terms ? [rentedLine(node, terms, { sale, facts })] : []
  })
  const moved = movedLines(moves, { sale, facts })
  return {
    ...changes,
    add: [...changes.add, ...added],
    change: [...changes.change, ...moved.change],
    records: [...changes.records, ...moved.records],
    separate: [
      ...(changes.separate ?? []),
      ...accessories
        .filter(({ path }) => !termsOf.has(path))
        .map(({ variantId, quantity }) => ({ variant_id: variantId, quantity })),
    ],
  }
}

interface Priced {
  sale: PackageSale
  facts: PackageFacts
}

function priceOf(article: { productId: string; variantId: string }, terms: RentalTerms, facts: PackageFacts) {
  const { productId: product_id, variantId: variant_id } = article
  const shown = facts.products.get(variant_id) ?? refuse("items", "An accessory of it is not sold any more")
  if (terms.period === null && shown.isStocked) {
    refuse("period", `"${shown.title}": it is rented: say from when and until when`)
  }
  const price = rentalPrice({ product_id, variant_id, terms }, facts)
  return price ? { shown, price } : refuse("currency_code", `"${shown.title}" has no price in this currency`)
}

/** As in a cart, what is out for a period has no variant in Medusa. What is sent goes with the package. */
function rentedLine(node: PackageNode, terms: RentalTerms, { sale, facts }: Priced): AddedLine {
  const { productId, variantId, quantity } = node
  const { shown, price } = priceOf(node, terms, facts)
  const { title, subtitle, product, place, isDiscountable, requiresShipping } = shown
  const isOut = terms.period !== null
  const id = LINE_IDS.recordId()
  const key = LINE_IDS.key()
  const record: LineRecord = {
    ...{ id, key, cartId: sale.order.id, lineId: waitingLineId(key), room: PACKAGES_ROOM, kind: "rental" },
    ...{ parentId: null, groupKey: id, productId, variantId: isOut ? null : variantId },
    payload: {
      ...sharePayload({ is_article: true, is_in_sum: false, variant_id: variantId }),
      ...packagePayload({ slot: "rental", product_id: productId, variant_id: variantId, terms, delivery: null }),
    },
  }
  return {
    record,
    line: {
      ...UNKNOWN_LINE,
      ...{ productId, variantId: record.variantId, quantity, title, subtitle, product, place, isDiscountable },
      ...{ unitPrice: price.unitPrice, isTaxInclusive: price.isTaxInclusive },
      requiresShipping: !isOut && requiresShipping,
    },
    isPricedByMedusa: false,
  }
}

/** Accessories of the order that were out as long as the package, at the price of their new time. */
function movedLines(
  moves: readonly AccessoryMove[],
  { sale: { lines }, facts }: Priced,
): Pick<OrderPackageChanges, "change" | "records"> {
  const moved = movedRentals(
    lines.flatMap(({ record }) => record ?? []),
    moves,
  )
  return {
    records: moved.map(({ after }) => after),
    change: moved.flatMap(({ after }) => {
      const line = lines.find(({ record }) => record?.id === after.id)?.line
      const own = rentalLineOf(after.payload)
      if (!line || !own) {
        return []
      }
      const { price } = priceOf({ productId: own.product_id, variantId: own.variant_id }, own.terms, facts)
      return [
        {
          ...{ lineId: line.id, title: line.title, quantity: { from: line.quantity, to: line.quantity } },
          unitPrice: { from: line.unitPrice, to: price.unitPrice },
        },
      ]
    }),
  }
}
