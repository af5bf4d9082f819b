import { Badge, Table } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { decideSplit, isRoot } from "../../../../rules/billing"
import type {
  SubscriptionDetailAnswer,
  SubscriptionItemAnswer,
} from "../../../../contracts/billing/subscription-answers"
import { recurringTotal } from "../../../lib/billing/recurring-total"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { ItemDiscounts } from "./item-discounts"
import { SplitDrawer } from "./split-drawer"

interface Props {
  item: SubscriptionItemAnswer
  subscription: SubscriptionDetailAnswer
}

/** The cells of an item. A content stands under its package, and is split with it. */
export function SubscriptionItem({ item, subscription }: Props) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { currency_code: currency, status } = subscription
  const canSplit = isRoot(item) && decideSplit({ status, has: item.quantity, move: 1 }).kind === "split"
  return (
    <>
      <Table.Cell>
        <span className={isRoot(item) ? "flex items-center gap-x-2" : "flex items-center gap-x-2 pl-6"}>
          <Link
            to={`/products/${item.product_id}`}
            className="text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm"
          >
            {item.title}
          </Link>
          {item.is_hidden && <Badge size="2xsmall">{t("items.hidden")}</Badge>}
        </span>
        <ItemDiscounts discounts={item.discounts} currency={currency} />
      </Table.Cell>
      <Table.Cell>{format.number(item.quantity)}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {format.money(item.unit_price, currency)}{" "}
        <span className="text-ui-fg-muted">{t(item.is_tax_inclusive ? "items.with_tax" : "items.without_tax")}</span>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">{format.money(recurringTotal([item]) ?? "0", currency)}</Table.Cell>
      <Table.Cell className="text-right">
        {canSplit && <SplitDrawer subscription={subscription} item={item} />}
      </Table.Cell>
    </>
  )
}
