import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { VariantPackagesCard } from "../components/packages/articles/variant-packages-card"

/** What a variant's price is per, on Medusa's own variant page. */
const VariantPackagesWidget = ({ data }: { data: { id: string; title: string } }) => (
  <VariantPackagesCard variant={data} />
)

export const config = defineWidgetConfig({
  zone: "product_variant.details.side.before",
  id: "service-packages-variant",
})

export default VariantPackagesWidget
