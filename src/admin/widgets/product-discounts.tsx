import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ProductDiscounts } from "../components/discounts/articles/product-discounts"

/** The discounts that are assigned to a product and to its variants, on Medusa's own product page. */
const ProductDiscountsWidget = ({ data }: { data: { id: string; title: string } }) => (
  <ProductDiscounts product={data} />
)

export const config = defineWidgetConfig({ zone: "product.details.after", id: "service-discounts-product" })

export default ProductDiscountsWidget
