import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import {
  adminTermsOfLine,
  optionKeyOf,
  withPackagePrices,
  type LineOption,
  type LineTerms,
  type RecurringTerms,
} from "../../../rules/billing"
import { cartLinesOfOrder, type BillingLineRecord } from "../cart/cart-lines-of-order"
import type { OrderFacts, OrderLineFacts } from "../../orders/order-facts"
import { packageContents, type PackageContent } from "../../ports/packages/package-contents"
import { isPositive, type Decimal } from "../../../rules/money"
import { loadOfferTerms } from "../offers/steps/load-offer-terms"
import { renewalDiscounts } from "../renewals/renewal-discounts"

/** An order line of an offer, with the terms it was ordered under. */
export interface OrderedService {
  line: OrderLineFacts
  productId: string
  variantId: string
  offerId: string
  cycleId: string
  terms: LineTerms
  /** The server's record of the cart line; null where the order had no cart. */
  recordId: string | null
  /** The discounts that continue on its renewals (B28). */
  discounts: RecurringTerms[]
  /** Of a package: how it was sold, and what is in it (B27). */
  pack: OrderedPackage | null
  /** What was chosen with it, and the lines of what costs something (S3). */
  options: { chosen: LineOption[]; lines: OrderedOption[] }
}

/** An order line of an option. */
export interface OrderedOption {
  line: OrderLineFacts
  key: string
  position: number
  discounts: RecurringTerms[]
}

export interface OrderedPackage {
  recordId: string
  isListed: boolean
  contents: OrderedContent[]
}

/** An order line that is in a package, and renews with it. */
export interface OrderedContent extends Pick<PackageContent, "recordId" | "productId" | "variantId" | "position"> {
  line: OrderLineFacts
  isHidden: boolean
  discounts: RecurringTerms[]
}

/** Lines that a confirmed change added to a placed order. */
export interface AddedLines {
  lineIds: ReadonlySet<string>
  /** When it was confirmed. */
  at: Date | string
}

type UndiscountedService = Omit<OrderedService, "discounts" | "pack" | "options">
type Priced = OrderLineFacts & { productId: string; variantId: string }

const isPriced = (line: OrderLineFacts): line is Priced => line.productId !== null && line.variantId !== null

/**
 * The lines of an order that belong to an offer; what is in a package is sold by it, and is none. The terms are those of the server's record of the cart line; a line
 * without one (a converted draft, an order made by an admin or by code, a line that an edit added) gets the terms of
 * its variant's cycle. `added`: these lines alone.
 */
export async function orderedServices(
  container: MedusaContainer,
  order: OrderFacts,
  added: AddedLines | null = null,
): Promise<OrderedService[]> {
  const records: ReadonlyMap<string, BillingLineRecord> = added ? new Map() : await cartLinesOfOrder(container, order)
  const inPackages = await packageContents.get().ofOrder(container, order)
  const recorded: UndiscountedService[] = []
  const others: Priced[] = []
  // A line that was taken off the order again before this was handled sells nothing.
  const isSold = ({ id, quantity }: Priced) =>
    isPositive(quantity) && !inPackages.has(id) && (!added || added.lineIds.has(id))
  for (const line of order.lines.filter(isPriced).filter(isSold)) {
    const record: BillingLineRecord | undefined = records.get(line.id)
    if (record?.parentId === null) {
      const { offer_id, cycle_id, terms } = record
      recorded.push({ ...identityOf(line), offerId: offer_id, cycleId: cycle_id, terms, recordId: record.id })
    } else if (!record) {
      others.push(line)
    }
  }
  const orderedAt = new Date(added?.at ?? (order.cartId === null ? order.updatedAt : order.createdAt))
  const services = [
    ...recorded,
    ...(await termsFromOffers(container, {
      order,
      lines: await orderedAsCycles(container, others, orderedAt),
      wholePrices: new Map(withPackagePrices(order.lines, inPackages).map(({ id, unitPrice }) => [id, unitPrice])),
    })),
  ]
  if (!services.length) {
    return []
  }
  const discounts = await renewalDiscounts.get().ofOrder(container, order)
  return services.map((service) => ({
    ...service,
    discounts: discounts.get(service.line.id) ?? [],
    pack: packOf(service.line.id, { order, inPackages, discounts }),
    options: {
      chosen: records.get(service.line.id)?.options ?? [],
      lines: service.recordId === null ? [] : optionsOf(service.recordId, { order, records, discounts }),
    },
  }))
}

interface OptionsOfOrder {
  order: Pick<OrderFacts, "lines">
  records: ReadonlyMap<string, BillingLineRecord>
  discounts: ReadonlyMap<string, RecurringTerms[]>
}

function optionsOf(recordId: string, { order, records, discounts }: OptionsOfOrder): OrderedOption[] {
  const own = order.lines.flatMap((line) => {
    const record = records.get(line.id)
    const key = record && record.kind === "option" && record.parentId === recordId ? optionKeyOf(record) : null
    return key === null || !isPositive(line.quantity) ? [] : [{ line, key, discounts: discounts.get(line.id) ?? [] }]
  })
  return own.sort((a, b) => (a.key < b.key ? -1 : 1)).map((option, position) => ({ ...option, position }))
}

export interface PackagesOfOrder {
  order: Pick<OrderFacts, "lines">
  inPackages: ReadonlyMap<string, PackageContent>
  discounts: ReadonlyMap<string, RecurringTerms[]>
}

/** What a line's package has in it that renews; null: it is no package. */
export function packOf(lineId: string, { order, inPackages, discounts }: PackagesOfOrder): OrderedPackage | null {
  const inside = order.lines.flatMap((line) => {
    const content = inPackages.get(line.id)
    return content?.packageLineId === lineId ? [{ line, content }] : []
  })
  const [first] = inside
  return first
    ? {
        recordId: first.content.packageRecordId,
        isListed: first.content.isListed,
        contents: inside
          .filter(({ content, line }) => content.isRenewed && isPositive(line.quantity))
          .map(({ line, content: { recordId, productId, variantId, position, isUnseen } }) => ({
            ...{ line, recordId, productId, variantId, position },
            isHidden: isUnseen,
            discounts: discounts.get(line.id) ?? [],
          })),
      }
    : null
}

/** Lines whose variant already was a cycle when ordered: making a product recurring changes no earlier order. */
async function orderedAsCycles(container: MedusaContainer, lines: Priced[], orderedAt: Date): Promise<Priced[]> {
  if (!lines.length) {
    return []
  }
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const variant_id = lines.map((line) => line.variantId)
  const cycles = await billing.listCycles({ variant_id }, { select: ["variant_id", "created_at"], take: null })
  const known = new Set(cycles.filter((cycle) => cycle.created_at <= orderedAt).map((cycle) => cycle.variant_id))
  return lines.filter((line) => known.has(line.variantId))
}

interface LinesOfOffers {
  order: OrderFacts
  lines: Priced[]
  /** What one of each line costs with all that is in it. */
  wholePrices: ReadonlyMap<string, Decimal>
}

async function termsFromOffers(
  container: MedusaContainer,
  { order, lines, wholePrices }: LinesOfOffers,
): Promise<UndiscountedService[]> {
  if (!lines.length) {
    return []
  }
  const { currencyCode, regionId } = order
  const productIds = [...new Set(lines.map((line) => line.productId))]
  const offers = await loadOfferTerms(container, { productIds, currencyCode, regionId })
  return lines.flatMap((line) => {
    const found = offers.get(line.productId)
    const cycle = found?.cycles.find((candidate) => candidate.variantId === line.variantId)
    if (!found || !cycle) {
      return []
    }
    const result = adminTermsOfLine({
      offer: found.offer,
      cycle,
      unitPrice: wholePrices.get(line.id) ?? line.unitPrice,
    })
    return result.ok
      ? [{ ...identityOf(line), offerId: found.offer.id, cycleId: cycle.id, terms: result.terms, recordId: null }]
      : []
  })
}

const identityOf = (line: Priced) => ({ line, productId: line.productId, variantId: line.variantId })
