import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  findOfferRequest,
  type OfferRequestRow,
} from "../../../../modules/billing"
import { decideQuote } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { invalidFields } from "../../../errors/invalid-fields"
import { pricedByContents } from "../../../ports/packages/priced-by-contents"

export interface QuoteOfferRequestInput {
  id: string
  /** Of one unit, for one cycle: it is the line's own, whatever the offer costs. */
  unit_price: Decimal
  variant_id?: string | undefined
  quantity?: number | undefined
  /** Where the draft order is; left out: where it was asked for. */
  region_id?: string | undefined
  as_of: CivilDate
  actor: string
}

export interface PlannedQuote {
  /** The draft order, whose id follows from the request. */
  order_id: string
  /** Whether the request is still to be answered. */
  is_new: boolean
  /** Whether the draft order is still to be made: after a crash it may be there already. */
  is_unmade: boolean
  variant_id: string
  quantity: number
  unit_price: Decimal
  currency_code: string
  region_id: string
  sales_channel_id: string | undefined
  customer_id: string | undefined
  email: string | undefined
  locale: string | undefined
}

const refusal = (field: string, reason: string): MedusaError =>
  invalidFields("The request was not quoted", [{ field, reason }])

/** What a quote makes (B11). Nothing is written but the guest whom the draft order is for, where there is none yet. */
export const planQuoteStep = createStep("billing-plan-quote", async (input: QuoteOfferRequestInput, { container }) => {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const request = await findOfferRequest(knex, input.id)
  if (!request) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Request with id: ${input.id} was not found`)
  }
  const region = await regionOf(container, input.region_id ?? request.region_id)
  const { product_id } = request
  const packages = await pricedByContents.get().among(container, { productIds: [product_id], variantIds: [] })
  const decision = decideQuote({
    request,
    wanted: input,
    currencyCode: region.currency_code,
    variantIds: await variantsOf(container, product_id),
    isPricedByContents: packages.has(product_id),
  })
  if (decision.kind === "refuse") {
    throw refusal(decision.field, decision.reason)
  }
  const order_id = request.order_id ?? orderIdOf(request.id)
  const customer_id = request.customer_id ?? (await guestOf(container, request.email))
  const isNew = decision.kind === "quote"
  const made = isNew ? await quotedLine(container, order_id) : null
  return new StepResponse<PlannedQuote>({
    order_id,
    is_new: isNew,
    is_unmade: isNew && made === null,
    variant_id: isNew ? decision.variantId : (request.variant_id ?? ""),
    quantity: isNew ? decision.quantity : request.quantity,
    unit_price: isNew ? decision.unitPrice : (request.unit_price ?? "0"),
    currency_code: region.currency_code,
    ...made,
    region_id: region.id,
    sales_channel_id: request.sales_channel_id ?? undefined,
    ...(customer_id
      ? { customer_id, email: request.email ?? undefined }
      : { customer_id: undefined, ...emailOf(request) }),
    locale: request.locale ?? undefined,
  })
})

const emailOf = ({ email }: OfferRequestRow): { email: string | undefined } => ({ email: email ?? undefined })

const orderIdOf = (requestId: string): string =>
  `order_${createHash("sha256").update(requestId).digest("hex").slice(0, 26).toUpperCase()}`

async function regionOf(container: MedusaContainer, id: string | null): Promise<{ id: string; currency_code: string }> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "region", fields: ["id", "currency_code"], filters: { id: id ?? "" } })
  const [region] = data as { id: string; currency_code: string }[]
  if (!region) {
    throw refusal("region_id", "is no region of the store")
  }
  return region
}

async function variantsOf(container: MedusaContainer, productId: string): Promise<string[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "variant", fields: ["id"], filters: { product_id: productId } })
  return (data as { id: string }[]).map(({ id }) => id)
}

/** A typed e-mail address is a guest's: Medusa would take the account of it (B20). */
async function guestOf(container: MedusaContainer, email: string | null): Promise<string | null> {
  if (email === null) {
    return null
  }
  const customers = container.resolve(Modules.CUSTOMER)
  const [guest] = await customers.listCustomers({ email, has_account: false }, { take: 1 })
  return (guest ?? (await customers.createCustomers({ email }))).id
}

/** What the draft order says that a process which died has made: the request is told of that. null: there is none yet. */
async function quotedLine(
  container: MedusaContainer,
  orderId: string,
): Promise<Pick<PlannedQuote, "variant_id" | "quantity" | "unit_price" | "currency_code"> | null> {
  const [order] = await container.resolve(Modules.ORDER).listOrders({ id: orderId }, { relations: ["items"] })
  const [line] = order?.items ?? []
  return order && line
    ? {
        variant_id: line.variant_id ?? "",
        quantity: Number(line.quantity),
        unit_price: MathBN.convert(line.unit_price).toFixed(),
        currency_code: order.currency_code,
      }
    : null
}
