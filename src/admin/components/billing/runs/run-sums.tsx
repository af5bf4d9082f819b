import { Text } from "@medusajs/ui"
import type { RunDetailAnswer, RunSumAnswer } from "../../../../contracts/billing/runs"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

const ALWAYS = ["issued", "paid"] as const
const WHERE_ANY = ["failed", "waiting"] as const

/** What a run came to, by currency: issued, paid, failed, waiting for the customer. */
export function RunSums({ run }: { run: RunDetailAnswer }) {
  const { t } = useTexts("billing")
  const sums = run.sums
  if (sums.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("runs.nothing_issued")}
      </Text>
    )
  }
  return (
    <div aria-live="polite" className="divide-y">
      {sums.map((sum) => (
        <dl key={sum.currency_code} className="grid grid-cols-2 gap-4 px-6 py-4 lg:grid-cols-4">
          {[...ALWAYS, ...WHERE_ANY.filter((way) => sum[way] > 0)].map((way) => (
            <Sum key={way} way={way} sum={sum} />
          ))}
        </dl>
      ))}
    </div>
  )
}

function Sum({ way, sum }: { way: (typeof ALWAYS)[number] | (typeof WHERE_ANY)[number]; sum: RunSumAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const isBad = way === "failed" && sum.failed > 0
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="txt-small text-ui-fg-subtle">{t(`runs.sums.${way}`, { count: sum[way] })}</dt>
      <dd className={isBad ? "txt-large-plus text-ui-fg-error tabular-nums" : "txt-large-plus tabular-nums"}>
        {format.money(sum[`${way}_total`], sum.currency_code)}
      </dd>
    </div>
  )
}
