import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { RunPreviewAnswer } from "../../../../contracts/billing/runs"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { AmountRow } from "../../ui/amount-row"

type PreviewSum = RunPreviewAnswer["sums"][number]
const WAYS = ["charged", "sent", "earlier"] as const

/** What a run would issue and charge, by currency, before it is started. */
export function RunPreview({ preview }: { preview: RunPreviewAnswer }) {
  const { t } = useTexts("billing")
  const { subscriptions, summed, ends, sums } = preview
  if (subscriptions === 0 && sums.length === 0) {
    return (
      <Text size="small" role="status">
        {t("run_preview.nothing")}
      </Text>
    )
  }
  return (
    <div role="status" className="flex flex-col gap-y-4">
      <Text size="small" weight="plus">
        {t("run_preview.subscriptions", { count: subscriptions })}
        {ends > 0 && ` · ${t("run_preview.ends", { count: ends })}`}
      </Text>
      {sums.map((sum) => (
        <PreviewedSum key={sum.currency_code} sum={sum} />
      ))}
      {preview.refused_count > 0 && <Refused preview={preview} />}
      {summed < subscriptions && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("run_preview.partial", { count: summed })}
        </Text>
      )}
    </div>
  )
}

function PreviewedSum({ sum }: { sum: PreviewSum }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return (
    <div className="border-ui-border-base flex flex-col gap-y-1 rounded-lg border p-4">
      <AmountRow
        strong
        label={t("run_preview.invoices", { count: sum.invoices.count, number: format.number(sum.invoices.count) })}
        amount={sum.invoices.total}
        currency={sum.currency_code}
      />
      {WAYS.filter((way) => sum[way].count > 0).map((way) => (
        <AmountRow
          key={way}
          label={t(`run_preview.${way}`, { count: sum[way].count })}
          amount={sum[way].total}
          currency={sum.currency_code}
        />
      ))}
    </div>
  )
}

/** What the run cannot bill, and why: it goes on without them. */
function Refused({ preview }: { preview: RunPreviewAnswer }) {
  const { t } = useTexts("billing")
  return (
    <div role="alert" className="flex flex-col gap-y-1">
      <Text size="small" weight="plus" className="text-ui-fg-error">
        {t("run_preview.refused", { count: preview.refused_count })}
      </Text>
      <ul>
        {preview.refused.map(({ subscription_id, reason }) => (
          <li key={subscription_id} className="txt-small text-ui-fg-subtle break-words">
            <Link className="text-ui-fg-interactive" to={`/billing/subscriptions/${subscription_id}`}>
              {t("subscriptions.one")}
            </Link>
            : {reason}
          </li>
        ))}
      </ul>
    </div>
  )
}
