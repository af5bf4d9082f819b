import { Badge, usePrompt } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { ProfileDetailAnswer } from "../../../../contracts/customers/profiles"
import { useCustomerProblemWords } from "../../../lib/customers/use-customer-problem-words"
import { profilePath } from "../../../lib/customers/use-profile"
import { sdk } from "../../../lib/sdk"
import { searchCustomers } from "../../../lib/store/search-customers"
import { useChange } from "../../../lib/use-change"
import type { Option } from "../../../lib/use-found"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { EmptyNote } from "../../ui/empty-note"
import { Picker } from "../../ui/forms/picker"
import { Section } from "../../ui/section"

/** Medusa's customers of a profile: a lead has none until it is linked. */
export function LinkedCustomers({ profile }: { profile: ProfileDetailAnswer }) {
  const { t } = useTexts("customers")
  const prompt = usePrompt()
  const link = useChange({
    change: (customer_id: string) =>
      sdk.client.fetch(`${profilePath(profile.id)}/customers`, { method: "POST", body: { customer_id } }),
    done: t("linked.done"),
    inWords: useCustomerProblemWords(),
  })
  const ask = async ({ id, title }: Option) => {
    const agreed = await prompt({
      variant: "confirmation",
      title: t("linked.confirm_title", { customer: title, name: profile.name }),
      description: t("linked.confirm_hint"),
      confirmText: t("linked.confirm"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      link.mutate(id)
    }
  }
  return (
    <Section
      title={t("linked.title")}
      hint={t("linked.hint")}
      actions={
        <Picker
          label={t("linked.action")}
          kind="customers"
          search={searchCustomers}
          chosen={profile.customers.map(({ id }) => id)}
          onPick={(option) => void ask(option)}
        />
      }
    >
      {profile.customers.length === 0 ? (
        <EmptyNote title={t("linked.empty")} hint={t("linked.empty_hint")} />
      ) : (
        <ul className="divide-y">
          {profile.customers.map((customer) => (
            <CardRow
              key={customer.id}
              end={
                <>
                  {customer.is_main && profile.customers.length > 1 && <Badge size="2xsmall">{t("linked.main")}</Badge>}
                  <Badge size="2xsmall">{t(customer.has_account ? "linked.account" : "linked.guest")}</Badge>
                </>
              }
            >
              <Link to={`/customers/${customer.id}`} className="text-ui-fg-interactive break-all">
                {customer.email ?? customer.id}
              </Link>
            </CardRow>
          ))}
        </ul>
      )}
    </Section>
  )
}
