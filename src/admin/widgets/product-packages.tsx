import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ProductPackagesCard } from "../components/packages/articles/product-packages-card"

/** That a product is a package, or what its variants' prices are per, on Medusa's own product page. */
const ProductPackagesWidget = ({ data }: { data: { id: string; title: string } }) => (
  <ProductPackagesCard product={data} />
)

export const config = defineWidgetConfig({ zone: "product.details.side.before", id: "service-packages-product" })

export default ProductPackagesWidget
