import { useQuery } from "@tanstack/react-query"
import { Link } from "react-router-dom"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"

const MOST = 5
const FIELDS = "id,display_id,created_at,total,currency_code,status"

/** What a customer has ordered, the latest first; Medusa's own page has each whole. */
export function CustomerOrders({ customerId }: { customerId: string }) {
  const { t } = useTexts("customers")
  const format = useFormat()
  const query = useQuery({
    queryKey: [...queryKeys.customerOrders, customerId],
    queryFn: () =>
      sdk.admin.order.list({ customer_id: [customerId], limit: MOST, order: "-created_at", fields: FIELDS }),
  })
  return (
    <Section title={t("orders.title")} hint={query.data ? t("orders.count", { count: query.data.count }) : undefined}>
      <Loaded query={query} rows={2}>
        {({ orders }) =>
          orders.length === 0 ? (
            <EmptyNote title={t("orders.empty")} />
          ) : (
            <ul className="divide-y">
              {orders.map((order) => (
                <CardRow
                  key={order.id}
                  hint={format.instant(String(order.created_at))}
                  end={<span className="tabular-nums">{format.money(String(order.total), order.currency_code)}</span>}
                >
                  <Link to={`/orders/${order.id}`} className="text-ui-fg-interactive">
                    #{order.display_id}
                  </Link>
                </CardRow>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}
