import { useQuery } from "@tanstack/react-query"
import type { OfferAnswer } from "../../../../contracts/billing/offers"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"
import { LinkButton } from "../../ui/link-button"
import { Section } from "../../ui/section"

/** By whom a product is delivered, on Medusa's product page. Where its offer names nobody, there is no card. */
export function DeliveryCard({ productId }: { productId: string }) {
  const { t } = useTexts("provisioning")
  const words = useServiceWords()
  const { data } = useQuery({
    queryKey: [...queryKeys.offers, "of-product", productId],
    queryFn: () => sdk.client.fetch<{ offer: OfferAnswer | null }>(`/admin/billing/products/${productId}/offer`),
  })
  const provider = data?.offer?.provisioning_type
  if (!provider) {
    return null
  }
  return (
    <Section
      title={t("product.card")}
      actions={<LinkButton to={`/services/products/${productId}`}>{t("product.configure")}</LinkButton>}
    >
      <FieldRow label={t("fields.provider")}>{words.ofProvider(provider)}</FieldRow>
      <FieldRow label={t("product.creation")}>
        {data.offer?.auto_create_service ? t("product.by_itself") : t("product.by_admin")}
      </FieldRow>
    </Section>
  )
}
