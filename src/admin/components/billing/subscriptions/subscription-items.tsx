import { Table } from "@medusajs/ui"
import { isRoot } from "../../../../rules/billing"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { useTexts } from "../../../lib/use-texts"
import { Section } from "../../ui/section"
import { SimpleTable } from "../../ui/simple-table"
import { SubscriptionItem } from "./subscription-item"

/** The subscription's items, at their agreed prices; the contents of a package under it. */
export function SubscriptionItems({ subscription }: { subscription: SubscriptionDetailAnswer }) {
  const { t } = useTexts("billing")
  const { items } = subscription
  const hasContents = items.some((item) => !isRoot(item))
  return (
    <Section title={t("items.title")} hint={t(hasContents ? "items.hint_package" : "items.hint")}>
      <SimpleTable
        heads={[t("fields.sold"), t("fields.quantity"), t("fields.unit_price"), t("fields.cycle_total"), ""]}
      >
        {items.map((item) => (
          <Table.Row key={item.id}>
            <SubscriptionItem item={item} subscription={subscription} />
          </Table.Row>
        ))}
      </SimpleTable>
    </Section>
  )
}
