import { Table } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { decideSplit } from "../../../../rules/billing"
import { useTexts } from "../../../lib/use-texts"
import { recurringTotal } from "../../../lib/billing/recurring-total"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { useFormat } from "../../../lib/use-format"
import { Section } from "../../ui/section"
import { SimpleTable } from "../../ui/simple-table"
import { SplitDrawer } from "./split-drawer"

/** The subscription's items, at their agreed prices. */
export function SubscriptionItems({ subscription }: { subscription: SubscriptionDetailAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const { items, currency_code: currency } = subscription
  return (
    <Section title={t("items.title")} hint={t("items.hint")}>
      <SimpleTable
        heads={[t("fields.sold"), t("fields.quantity"), t("fields.unit_price"), t("fields.cycle_total"), ""]}
      >
        {items.map((item) => (
          <Table.Row key={item.id}>
            <Table.Cell>
              <Link
                to={`/products/${item.product_id}`}
                className="text-ui-fg-base hover:text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm"
              >
                {item.title}
              </Link>
            </Table.Cell>
            <Table.Cell>{format.number(item.quantity)}</Table.Cell>
            <Table.Cell className="whitespace-nowrap">
              {format.money(item.unit_price, currency)}{" "}
              <span className="text-ui-fg-muted">
                {t(item.is_tax_inclusive ? "items.with_tax" : "items.without_tax")}
              </span>
            </Table.Cell>
            <Table.Cell className="whitespace-nowrap">
              {format.money(recurringTotal([item]) ?? "0", currency)}
            </Table.Cell>
            <Table.Cell className="text-right">
              {decideSplit({ status: subscription.status, has: item.quantity, move: 1 }).kind === "split" && (
                <SplitDrawer subscription={subscription} item={item} />
              )}
            </Table.Cell>
          </Table.Row>
        ))}
      </SimpleTable>
    </Section>
  )
}
