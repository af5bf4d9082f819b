import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ProductDiscountsCard } from "../components/discounts/articles/product-discounts-card"

/** The discounts that are assigned to a product and to its variants, on Medusa's own product page. */
const ProductDiscountsWidget = ({ data }: { data: { id: string; title: string } }) => (
  <ProductDiscountsCard product={data} />
)

export const config = defineWidgetConfig({ zone: "product.details.side.before", id: "service-discounts-product" })

export default ProductDiscountsWidget
