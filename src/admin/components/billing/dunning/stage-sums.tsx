import { Text } from "@medusajs/ui"
import type { DunningBoardAnswer } from "../../../../contracts/billing/dunning"
import { DUNNING_STAGES } from "../../../../rules/billing/dunning/dunning-settings"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { Section } from "../../ui/section"

/** What is owed in each stage, by currency. */
export function StageSums({ stages }: { stages: DunningBoardAnswer["stages"] }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return (
    <Section level="h1" title={t("dunning.title")} hint={t("dunning.hint")}>
      <dl className="grid grid-cols-1 gap-4 px-6 py-4 sm:grid-cols-2 xl:grid-cols-5">
        {DUNNING_STAGES.map((stage) => {
          const sums = stages.filter((one) => one.stage === stage)
          return (
            <div key={stage} className="flex flex-col gap-y-1">
              <dt className="txt-compact-small-plus text-ui-fg-subtle">{t(`dunning.stages.${stage}`)}</dt>
              {sums.length === 0 ? (
                <dd className="txt-compact-small text-ui-fg-muted">{t("dunning.none")}</dd>
              ) : (
                sums.map(({ currency_code, count, total }) => (
                  <dd key={currency_code}>
                    <Text size="large" weight="plus">
                      {format.money(total, currency_code)}
                    </Text>
                    <Text size="small" className="text-ui-fg-subtle">
                      {t("dunning.subscriptions", { count })}
                    </Text>
                  </dd>
                ))
              )}
            </div>
          )
        })}
      </dl>
    </Section>
  )
}
