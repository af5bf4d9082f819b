import { Badge, Heading } from "@medusajs/ui"
import type { PickListAnswer } from "../../../../contracts/packages/pick-list"
import { compare } from "../../../../rules/money"
import { usePickList } from "../../../lib/packages/use-pick-list"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { DetailDrawer } from "../../ui/detail-drawer"
import { ErrorPanel } from "../../ui/error-panel"
import { LinkButton } from "../../ui/link-button"
import { PickListTables } from "./pick-list-tables"

const MOST = 5

/**
 * What is still to pick for an order with packages or rentals, as the last part of its card; all of it is in the detail,
 * and to be printed.
 */
export function OrderPickList({ orderId }: { orderId: string }) {
  const query = usePickList(orderId)
  if (query.isError && !query.data) {
    return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
  }
  return query.data && isShown(query.data) ? <LeftToPick list={query.data} /> : null
}

/** What Medusa's own order page does not show: what packages consist of, and what is rented. */
const isShown = ({ packages, articles }: PickListAnswer): boolean =>
  packages.length > 0 || articles.some(({ period }) => period !== null)

function LeftToPick({ list }: { list: PickListAnswer }) {
  const { t } = useTexts("packages")
  const format = useFormat()
  const left = list.order.is_canceled ? [] : list.totals.filter(({ to_fulfil }) => compare(to_fulfil, "0") > 0)
  return (
    <div className="divide-y">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <Heading level="h3" className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {t("picking.title")}
          {left.length === 0 && (
            <Badge size="2xsmall" color={list.order.is_canceled ? "grey" : "green"}>
              {t(list.order.is_canceled ? "picking.canceled" : "picking.done")}
            </Badge>
          )}
        </Heading>
        <div className="flex flex-wrap items-center gap-2">
          <LinkButton to={`/packages/orders/${list.order.id}/pick-list`}>{t("picking.to_print")}</LinkButton>
          <DetailDrawer label={t("picking.all")} title={t("picking.title")} hint={t("picking.hint")}>
            <PickListTables list={list} />
          </DetailDrawer>
        </div>
      </div>
      {left.length > 0 && (
        <ul className="divide-y">
          {left.slice(0, MOST).map((total) => (
            <CardRow
              key={total.variant_id ?? total.title}
              hint={total.sku}
              end={
                <span className="tabular-nums">
                  {t("picking.left", {
                    left: format.number(Number(total.to_fulfil)),
                    all: format.number(Number(total.quantity)),
                  })}
                </span>
              }
            >
              {total.title}
            </CardRow>
          ))}
          {left.length > MOST && <CardRow>{t("card.more", { count: left.length - MOST })}</CardRow>}
        </ul>
      )}
    </div>
  )
}
