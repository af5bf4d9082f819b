import { useQuery } from "@tanstack/react-query"
import type { CustomerAccountAnswer } from "../../../../contracts/billing/customer-account"
import { isZero } from "../../../../rules/money"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { DetailDrawer } from "../../ui/detail-drawer"
import { EmptyNote } from "../../ui/empty-note"
import { LinkButton } from "../../ui/link-button"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { ChangeBalanceDrawer } from "./change-balance-drawer"

/** What a customer owes, and what is held for them, by currency. */
export function CustomerAccountCard({ customerId }: { customerId: string }) {
  const { t } = useTexts("billing")
  const query = useQuery({
    queryKey: [...queryKeys.invoices, "account", customerId],
    queryFn: () =>
      sdk.client.fetch<{ account: CustomerAccountAnswer }>(`/admin/billing/customers/${customerId}/account`),
  })
  const account = query.data?.account
  return (
    <Section
      title={t("balance.card")}
      actions={
        <>
          <LinkButton to={`/billing/invoices?customer_id=${customerId}`}>{t("invoices.title")}</LinkButton>
          {account && account.entries.length > 0 && (
            <DetailDrawer label={t("balance.history")} title={t("balance.history")}>
              <BalanceEntries entries={account.entries} />
            </DetailDrawer>
          )}
          <ChangeBalanceDrawer customerId={customerId} />
        </>
      }
    >
      <Loaded query={query}>{({ account: loaded }) => <AccountRows account={loaded} />}</Loaded>
    </Section>
  )
}

function AccountRows({ account }: { account: CustomerAccountAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const held = account.balances.filter(({ amount }) => !isZero(amount))
  if (account.owed.length === 0 && held.length === 0) {
    return <EmptyNote title={t("balance.nothing")} hint={t("balance.nothing_hint")} />
  }
  return (
    <ul className="divide-y">
      {account.owed.map((sum) => (
        <CardRow
          key={`owed-${sum.currency_code}`}
          hint={t("balance.owed_count", { count: sum.count })}
          end={
            <span className={sum.overdue > 0 ? "text-ui-fg-error tabular-nums" : "tabular-nums"}>
              {format.money(sum.total, sum.currency_code)}
            </span>
          }
        >
          {t("balance.owed")}
          {sum.overdue > 0 &&
            ` · ${t("balance.overdue", { amount: format.money(sum.overdue_total, sum.currency_code) })}`}
        </CardRow>
      ))}
      {held.map(({ currency_code, amount }) => (
        <CardRow
          key={`held-${currency_code}`}
          end={<span className="tabular-nums">{format.money(amount, currency_code)}</span>}
        >
          {t("balance.held")}
        </CardRow>
      ))}
    </ul>
  )
}

function BalanceEntries({ entries }: { entries: CustomerAccountAnswer["entries"] }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return (
    <ul className="divide-y">
      {entries.map((entry) => (
        <CardRow
          key={entry.id}
          hint={[format.date(entry.as_of), entry.reason].filter(Boolean).join(" · ")}
          end={<span className="tabular-nums">{format.money(entry.amount, entry.currency_code)}</span>}
        >
          {t(`balance.kinds.${entry.kind}`)}
        </CardRow>
      ))}
    </ul>
  )
}
