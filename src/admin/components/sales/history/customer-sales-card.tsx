import type { SaleListAnswer } from "../../../../contracts/sales/sales"
import { Link } from "react-router-dom"
import { queryKeys } from "../../../lib/query-keys"
import { useFormat } from "../../../lib/use-format"
import { useList } from "../../../lib/use-list"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { EmptyNote } from "../../ui/empty-note"
import { LinkButton } from "../../ui/link-button"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { SaleStatusBadge } from "../sale-badges"
import { EraseButton } from "./erase-button"

const MOST = 5

/** A customer's last sales, what they come to, and the way to all of them. */
export function CustomerSalesCard({ customerId }: { customerId: string }) {
  const { t } = useTexts("sales")
  const format = useFormat()
  const query = useList<SaleListAnswer>(queryKeys.sales, "sales", { customer_id: customerId, limit: MOST })
  const totals = query.data?.totals ?? []
  const hasPersonal = query.data?.sales.some(({ personal_state }) => personal_state === null) ?? false
  return (
    <Section
      title={t("menu.sales")}
      hint={totals.map(({ net, currency_code }) => format.money(net, currency_code)).join(" · ")}
      actions={
        <>
          <LinkButton to={`/sales?customer_id=${customerId}`}>{t("all")}</LinkButton>
          {hasPersonal && <EraseButton customerId={customerId} />}
        </>
      }
    >
      <Loaded query={query} rows={2}>
        {({ sales }) =>
          sales.length === 0 ? (
            <EmptyNote title={t("customer_empty")} />
          ) : (
            <ul className="divide-y">
              {sales.map((sale) => (
                <CardRow
                  key={sale.id}
                  hint={`${format.date(sale.sold_on)} · ${format.money(sale.total, sale.currency_code)}`}
                  end={<SaleStatusBadge status={sale.status} />}
                >
                  <Link
                    className="text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"
                    to={`/sales/${sale.id}`}
                  >
                    #{sale.display_id}
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
