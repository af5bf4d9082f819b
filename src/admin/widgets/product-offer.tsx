import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { useState } from "react"
import { Button } from "@medusajs/ui"
import { EmptyNote } from "../components/ui/empty-note"
import { Loaded } from "../components/ui/loaded"
import { OfferEditor } from "../components/billing/offers/offer-editor"
import { OfferHeader } from "../components/billing/offers/offer-header"
import { OfferSummary } from "../components/billing/offers/offer-summary"
import { Section } from "../components/ui/section"
import { useTexts } from "../lib/use-texts"
import { useOffer } from "../lib/billing/use-offer"

/** How this product is sold, on Medusa's own product page. */
const ProductOffer = ({ data }: { data: { id: string; title: string } }) => {
  const { t } = useTexts("billing")
  const [editing, setEditing] = useState(false)
  const query = useOffer(data.id)
  const offer = query.data?.offer ?? null

  return (
    <>
      <Section
        title={t("offer.title")}
        hint={t("offer.hint")}
        actions={offer && <OfferHeader offer={offer} title={data.title} onEdit={() => setEditing(true)} />}
      >
        <Loaded query={query}>
          {() =>
            offer ? (
              <OfferSummary offer={offer} />
            ) : (
              <EmptyNote title={t("offer.none")} hint={t("offer.none_hint")}>
                <Button size="small" variant="secondary" onClick={() => setEditing(true)}>
                  {t("offer.set_up")}
                </Button>
              </EmptyNote>
            )
          }
        </Loaded>
      </Section>
      {editing && <OfferEditor product={data} offer={offer} onClose={() => setEditing(false)} />}
    </>
  )
}

export const config = defineWidgetConfig({ zone: "product.details.side.before", id: "service-billing-product-offer" })

export default ProductOffer
