import { Copy, InlineTip, Input, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { OfferLinksAnswer } from "../../../../contracts/billing/offer-links/offer-links"
import type { OfferAnswer } from "../../../../contracts/billing/offers"
import { intervalName } from "../../../lib/billing/interval-name"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useTexts } from "../../../lib/use-texts"
import { DetailDrawer } from "../../ui/detail-drawer"
import { Loaded } from "../../ui/loaded"

/** The links by which each cycle is bought from anywhere, to be copied (B13). */
export function OfferLinks({ offer }: { offer: OfferAnswer }) {
  const { t } = useTexts("billing")
  return (
    <DetailDrawer label={t("offer_links.show")} title={t("offer_links.title")} hint={t("offer_links.hint")}>
      <Listed offer={offer} />
    </DetailDrawer>
  )
}

function Listed({ offer }: { offer: OfferAnswer }) {
  const { t } = useTexts("billing")
  const query = useQuery({
    queryKey: [...queryKeys.offers, "links", offer.product_id],
    queryFn: () => sdk.client.fetch<{ links: OfferLinksAnswer }>(`/admin/billing/products/${offer.product_id}/links`),
    staleTime: 0,
  })
  const nameOf = (cycleId: string): string => {
    const interval = offer.cycles.find(({ id }) => id === cycleId)?.interval
    return interval ? intervalName(interval, t) : t(`payment_types.${offer.payment_type}`)
  }
  return (
    <Loaded query={query} rows={4}>
      {({ links }) => (
        <div className="divide-y">
          {links.missing && (
            <div className="px-6 py-4">
              <InlineTip variant="warning" label={t("offer_links.missing")}>
                {t("offer_links.missing_hint", { option: links.missing })}
              </InlineTip>
            </div>
          )}
          {links.missing !== "pages.url" &&
            links.cycles.map((cycle) => (
              <section key={cycle.cycle_id} className="flex flex-col gap-y-3 px-6 py-4">
                <Text size="small" weight="plus">
                  {nameOf(cycle.cycle_id)}
                </Text>
                <LinkToCopy label={t("offer_links.add_to_cart")} url={cycle.add_to_cart} />
                <LinkToCopy label={t("offer_links.checkout")} url={cycle.checkout} />
              </section>
            ))}
        </div>
      )}
    </Loaded>
  )
}

function LinkToCopy({ label, url }: { label: string; url: string }) {
  const { t } = useTexts("billing")
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="xsmall" className="text-ui-fg-subtle">
        {label}
      </Text>
      <div className="flex items-center gap-x-2">
        <Input readOnly size="small" value={url} aria-label={label} className="min-w-0 flex-1" />
        <Copy content={url} aria-label={t("offer_links.copy", { name: label })} />
      </div>
    </div>
  )
}
