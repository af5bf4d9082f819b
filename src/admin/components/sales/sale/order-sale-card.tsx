import { InlineTip } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { SaleDetailAnswer } from "../../../../contracts/sales/sales"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useTexts } from "../../../lib/use-texts"
import { DetailDrawer } from "../../ui/detail-drawer"
import { EmptyNote } from "../../ui/empty-note"
import { LinkButton } from "../../ui/link-button"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { SalePaymentBadge, SaleStatusBadge } from "../sale-badges"
import { SaleTimeLine } from "./sale-time-line"

/** The sale of an order: where it stands, a warning where it is on hold, and its time line. */
export function OrderSaleCard({ orderId }: { orderId: string }) {
  const { t } = useTexts("sales")
  const query = useQuery({
    queryKey: [...queryKeys.sales, "of-order", orderId],
    queryFn: () => sdk.client.fetch<{ sale: SaleDetailAnswer | null }>(`/admin/sales/orders/${orderId}`),
    staleTime: 0,
  })
  const sale = query.data?.sale
  return (
    <Section title={t("card")} actions={sale && <LinkButton to={`/sales/${sale.id}`}>{t("to_sale")}</LinkButton>}>
      <Loaded query={query} rows={1}>
        {({ sale: loaded }) =>
          loaded ? (
            <div className="flex flex-col gap-y-3 px-6 py-4">
              {(loaded.status === "interrupted" || loaded.status === "stopped") && (
                <InlineTip variant="warning" label={t(`statuses.${loaded.status}`)}>
                  {t(`warnings.${loaded.status}`)}
                </InlineTip>
              )}
              <div className="flex flex-wrap items-center gap-2">
                <SaleStatusBadge status={loaded.status} />
                <SalePaymentBadge status={loaded.payment_status} />
                <DetailDrawer variant="transparent" label={t("time_line")} title={t("time_line")}>
                  <SaleTimeLine events={loaded.events} currency={loaded.currency_code} />
                </DetailDrawer>
              </div>
            </div>
          ) : (
            <EmptyNote title={t("no_sale")} hint={t("no_sale_hint")} />
          )
        }
      </Loaded>
    </Section>
  )
}
