import { Badge } from "@medusajs/ui"
import type { PickListAnswer } from "../../../../contracts/packages/pick-list"
import { compare } from "../../../../rules/money"
import { usePickList } from "../../../lib/packages/use-pick-list"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { DetailDrawer } from "../../ui/detail-drawer"
import { ErrorPanel } from "../../ui/error-panel"
import { LinkButton } from "../../ui/link-button"
import { Section } from "../../ui/section"
import { PickListTables } from "./pick-list-tables"

const MOST = 5

/** What is still to pick for an order with packages; all of it is in the detail, and to be printed. */
export function PickListCard({ orderId }: { orderId: string }) {
  const { t } = useTexts("packages")
  const query = usePickList(orderId)
  if (query.isError && !query.data) {
    return (
      <Section title={t("picking.title")}>
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
      </Section>
    )
  }
  return query.data && hasPackages(query.data) ? <Card list={query.data} /> : null
}

/** What Medusa's own order page does not show: what packages consist of, and what is rented. */
const hasPackages = ({ packages, articles }: PickListAnswer): boolean =>
  packages.length > 0 || articles.some(({ period }) => period !== null)

function Card({ list }: { list: PickListAnswer }) {
  const { t } = useTexts("packages")
  const format = useFormat()
  const left = list.order.is_canceled ? [] : list.totals.filter(({ to_fulfil }) => compare(to_fulfil, "0") > 0)
  return (
    <Section
      title={
        <>
          {t("picking.title")}
          {left.length === 0 && (
            <Badge size="2xsmall" color={list.order.is_canceled ? "grey" : "green"}>
              {t(list.order.is_canceled ? "picking.canceled" : "picking.done")}
            </Badge>
          )}
        </>
      }
      actions={
        <>
          <LinkButton to={`/packages/orders/${list.order.id}/pick-list`}>{t("picking.to_print")}</LinkButton>
          <DetailDrawer label={t("picking.all")} title={t("picking.title")} hint={t("picking.hint")}>
            <PickListTables list={list} />
          </DetailDrawer>
        </>
      }
    >
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
    </Section>
  )
}
