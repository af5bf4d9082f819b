import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { DeliveryCard } from "../components/provisioning/products/delivery-card"

/** By whom a product is delivered, on Medusa's own product page. */
const ProductDelivery = ({ data }: { data: { id: string } }) => <DeliveryCard productId={data.id} />

export const config = defineWidgetConfig({ zone: "product.details.side.before", id: "service-provisioning-product" })

export default ProductDelivery
