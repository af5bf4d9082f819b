import { Table } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import type { SubscriptionListAnswer } from "../../../../contracts/billing/subscription-answers"
import { useFormat } from "../../../lib/use-format"
import { useList } from "../../../lib/use-list"
import { isOver } from "../../../lib/billing/is-over"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { SimpleTable } from "../../ui/simple-table"
import { EndAllSubscriptions } from "./end-all-subscriptions"
import { StateBadge } from "../state-badge"

const MOST = 20

interface SubscriptionsOfProps {
  filter: { order_id: string } | { customer_id: string }
  /** On a page where most have none, an empty card would only be in the way. */
  hideWhenEmpty?: boolean
}

/** The subscriptions of a customer or of an order, as a card on Medusa's own page. */
export function SubscriptionsOf({ filter, hideWhenEmpty }: SubscriptionsOfProps) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const query = { ...filter, limit: MOST, order: "-display_id" }
  const list = useList<SubscriptionListAnswer>(queryKeys.subscriptions, "billing/subscriptions", query)
  const running = list.data?.subscriptions.filter((one) => !isOver(one)).length
  if (hideWhenEmpty && list.data?.subscriptions.length === 0) {
    return null
  }

  return (
    <Section
      title={t("subscriptions.title")}
      hint={
        list.data && list.data.count > MOST
          ? t("subscriptions.latest", { count: MOST, all: list.data.count })
          : undefined
      }
      actions={
        "customer_id" in filter && running ? (
          <EndAllSubscriptions customerId={filter.customer_id} count={running} />
        ) : undefined
      }
    >
      <Loaded query={list}>
        {({ subscriptions }) =>
          subscriptions.length === 0 ? (
            <EmptyNote title={t("subscriptions.none")} />
          ) : (
            <SimpleTable heads={[t("fields.number"), t("fields.sold"), t("fields.status"), t("fields.next_due")]}>
              {subscriptions.map((subscription) => (
                <Table.Row key={subscription.id}>
                  <Table.Cell>
                    <Link
                      to={`/billing/subscriptions/${subscription.id}`}
                      className="text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm"
                    >
                      #{subscription.display_id}
                    </Link>
                  </Table.Cell>
                  <Table.Cell>
                    {subscription.items.map((item) => `${item.quantity} × ${item.title}`).join(", ") || "–"}
                  </Table.Cell>
                  <Table.Cell>
                    <StateBadge kind="subscription" state={subscription.status} />
                  </Table.Cell>
                  <Table.Cell className="whitespace-nowrap">
                    {subscription.next_due_on ? format.date(subscription.next_due_on) : "–"}
                  </Table.Cell>
                </Table.Row>
              ))}
            </SimpleTable>
          )
        }
      </Loaded>
    </Section>
  )
}
