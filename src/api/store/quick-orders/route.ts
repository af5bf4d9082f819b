import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OpenQuickOrderBody, QuickOrderAnswer } from "../../../contracts/customers/quick-orders"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { readBasket } from "../../../workflows/customers/quick-orders/basket"
import { minimumOf } from "../../../workflows/customers/quick-orders/place-quick-order"
import { readCatalogue, type ShownVariant } from "../../../workflows/customers/quick-orders/read-catalogue"
import { askByLink } from "./ask-by-link"
import { presentBasket } from "./present-basket"

export async function POST(req: MedusaRequest<OpenQuickOrderBody>, res: MedusaResponse): Promise<void> {
  const { token, search = "", group = null, page } = req.validatedBody
  const context = await askByLink(req, res, { token, isCostly: false, isUse: false })
  if (!context) {
    return
  }
  const { customer, place } = context
  const catalogue = await readCatalogue(req.scope, context, { search: search || null, group, page })
  const { payment } = req.scope.resolve<CoreModuleService>(CORE_MODULE).options.pages.quickOrders
  const quick_order: QuickOrderAnswer = {
    customer_name: customer.name,
    language: customer.language,
    currency_code: place.currencyCode,
    asks: {
      email: customer.email === null && !customer.customer?.email,
      address_countries: customer.address ? null : place.countries,
    },
    minimum_order: minimumOf(req.scope, place.currencyCode),
    payment,
    products: catalogue.products.map((product) => ({ ...product, variants: product.variants.map(presentVariant) })),
    groups: catalogue.groups,
    count: catalogue.count,
    page,
    pages: catalogue.pages,
    basket: presentBasket(await readBasket(req.scope, context)),
  }
  res.json({ quick_order })
}

const presentVariant = ({ item, title, price, interval, setupFee, hasChoices }: ShownVariant) => ({
  variant_id: item.variantId,
  title,
  is_on_request: item.kind === "request",
  your_price: item.kind === "order" ? item.yourPrice : null,
  list_price: item.kind === "order" ? item.listPrice : null,
  is_tax_inclusive: price?.isTaxInclusive ?? false,
  interval,
  setup_fee: setupFee,
  tiers: price?.tiers ?? [],
  has_choices: hasChoices,
})
