import type { SubscriptionListAnswer } from "../../../../contracts/billing/subscription-answers"
import { queryKeys } from "../../../lib/query-keys"
import { useList } from "../../../lib/use-list"
import { isOver } from "../../../lib/billing/is-over"
import { useTexts } from "../../../lib/use-texts"
import { EmptyNote } from "../../ui/empty-note"
import { LinkButton } from "../../ui/link-button"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { DocumentCheck } from "../documents/document-check"
import { EndAllSubscriptions } from "./end-all-subscriptions"
import { SubscriptionRows } from "./subscription-rows"

const MOST = 5

/** A customer's subscriptions, the latest first; the list has them all. */
export function CustomerSubscriptionsCard({ customer }: { customer: { id: string; email: string | null } }) {
  const { t } = useTexts("billing")
  const list = useList<SubscriptionListAnswer>(queryKeys.subscriptions, "billing/subscriptions", {
    customer_id: customer.id,
    limit: MOST,
    order: "-display_id",
  })
  const running = list.data?.subscriptions.filter((one) => !isOver(one)).length
  return (
    <Section
      title={t("subscriptions.title")}
      actions={
        <>
          {(list.data?.count ?? 0) > MOST && (
            <LinkButton to={`/billing/subscriptions?q=${encodeURIComponent(customer.email ?? "")}`}>
              {t("subscriptions.all", { count: list.data?.count ?? 0 })}
            </LinkButton>
          )}
          {running ? <EndAllSubscriptions customerId={customer.id} count={running} /> : null}
        </>
      }
    >
      <DocumentCheck of="customers" id={customer.id} />
      <Loaded query={list}>
        {({ subscriptions }) =>
          subscriptions.length === 0 ? (
            <EmptyNote title={t("subscriptions.none")} hint={t("subscriptions.none_hint")}>
              <LinkButton to="/offers">{t("subscriptions.see_offers")}</LinkButton>
            </EmptyNote>
          ) : (
            <SubscriptionRows subscriptions={subscriptions} />
          )
        }
      </Loaded>
    </Section>
  )
}
