import { useQuery } from "@tanstack/react-query"
import type { InvoiceListAnswer } from "../../../../contracts/billing/invoices"
import type { OrderBillingAnswer } from "../../../../contracts/billing/orders"
import type { SubscriptionListAnswer } from "../../../../contracts/billing/subscription-answers"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useList } from "../../../lib/use-list"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { InvoiceRows } from "../invoices/invoice-rows"
import { SubscriptionRows } from "../subscriptions/subscription-rows"
import { RenewedByOrder } from "./renewed-by-order"

const MOST = 20

/** What billing knows of an order: what it renews, which subscriptions it made, and its invoices. */
export function OrderBillingCard({ orderId }: { orderId: string }) {
  const { t } = useTexts("billing")
  const order = useQuery({
    queryKey: [...queryKeys.subscriptions, "of-order", orderId],
    queryFn: () => sdk.client.fetch<{ order: OrderBillingAnswer }>(`/admin/billing/orders/${orderId}`),
    staleTime: 0,
  })
  const made = useList<SubscriptionListAnswer>(queryKeys.subscriptions, "billing/subscriptions", {
    order_id: orderId,
    limit: MOST,
    order: "display_id",
  })
  const invoices = useList<InvoiceListAnswer>(queryKeys.invoices, "billing/invoices", {
    order_id: orderId,
    limit: MOST,
  })
  return (
    <Section title={t("order.title")}>
      <Loaded query={order} rows={1}>
        {({ order: { renewal } }) => renewal && <RenewedByOrder renewal={renewal} />}
      </Loaded>
      <Loaded query={made} rows={1}>
        {({ subscriptions }) => subscriptions.length > 0 && <SubscriptionRows subscriptions={subscriptions} />}
      </Loaded>
      <Loaded query={invoices} rows={1}>
        {({ invoices: issued }) =>
          issued.length === 0 ? (
            <EmptyNote title={t("invoices.none_for_order")} hint={t("invoices.none_for_order_hint")} />
          ) : (
            <InvoiceRows invoices={issued} />
          )
        }
      </Loaded>
    </Section>
  )
}
