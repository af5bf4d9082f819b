import { useTexts } from "../../../lib/use-texts"
import type { RenewalAnswer } from "../../../../contracts/billing/subscription-answers"
import { EmptyNote } from "../../ui/empty-note"
import { RenewalRow } from "./renewal-row"
import { Section } from "../../ui/section"
import { SimpleTable } from "../../ui/simple-table"

/** Each cycle that came due, the latest first, with every attempt to collect it and its reason (B38). */
export function SubscriptionRenewals({ renewals }: { renewals: RenewalAnswer[] }) {
  const { t } = useTexts("billing")
  const latestFirst = [...renewals].sort((a, b) => b.cycle - a.cycle)
  return (
    <Section title={t("renewals.title")}>
      {latestFirst.length === 0 ? (
        <EmptyNote title={t("renewals.empty")} hint={t("renewals.empty_hint")} />
      ) : (
        <SimpleTable
          heads={[t("fields.cycle"), t("fields.due"), t("fields.status"), t("fields.total"), t("fields.period"), ""]}
        >
          {latestFirst.map((renewal) => (
            <RenewalRow key={renewal.id} renewal={renewal} />
          ))}
        </SimpleTable>
      )}
    </Section>
  )
}
