import { useQuery } from "@tanstack/react-query"
import { useParams } from "react-router-dom"
import type { OfferAnswer } from "../../../../../contracts/billing/offers"
import { ProductForm } from "../../../../components/provisioning/products/product-form"
import { Crumb } from "../../../../components/ui/crumb"
import { EmptyNote } from "../../../../components/ui/empty-note"
import { LinkButton } from "../../../../components/ui/link-button"
import { Loaded } from "../../../../components/ui/loaded"
import { Section } from "../../../../components/ui/section"
import { useProviders, useProvisionedProduct } from "../../../../lib/provisioning/use-provisioning"
import { queryKeys } from "../../../../lib/query-keys"
import { sdk } from "../../../../lib/sdk"
import { useTexts } from "../../../../lib/use-texts"

const ProductPage = () => {
  const { id = "" } = useParams()
  const { t } = useTexts("provisioning")
  const offer = useQuery({
    queryKey: [...queryKeys.offers, "of-product", id],
    queryFn: () => sdk.client.fetch<{ offer: OfferAnswer | null }>(`/admin/billing/products/${id}/offer`),
  })
  const title = useQuery({
    queryKey: [...queryKeys.services, "product-title", id],
    queryFn: () => sdk.admin.product.retrieve(id, { fields: "id,title" }),
  })
  const providers = useProviders()
  const providerId = offer.data?.offer?.provisioning_type ?? ""
  const product = useProvisionedProduct(id, providerId)
  const provider = providers.data?.providers.find((one) => one.id === providerId)
  if (offer.data && providers.data && !provider) {
    return (
      <Section level="h1" title={title.data?.product.title ?? t("menu.services")}>
        <EmptyNote title={t("product.nobody")} hint={t("product.nobody_hint")}>
          <LinkButton to={`/products/${id}`}>{t("product.to_product")}</LinkButton>
        </EmptyNote>
      </Section>
    )
  }
  return (
    <Loaded
      query={{ ...product, isError: product.isError || offer.isError, error: product.error ?? offer.error }}
      rows={6}
      framed
    >
      {({ product: stored }) =>
        provider && <ProductForm title={title.data?.product.title ?? ""} provider={provider} product={stored} />
      }
    </Loaded>
  )
}

export const handle = { breadcrumb: () => <Crumb room="provisioning" name="product.crumb" /> }

export default ProductPage
