import { EyeSlash } from "@medusajs/icons"
import { clx, Text } from "@medusajs/ui"
import type { BreakdownAnswer, BreakdownNodeAnswer } from "../../../../contracts/packages/breakdown"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { AmountRow } from "../../ui/amount-row"

interface BreakdownRowsProps {
  breakdown: BreakdownAnswer
  total: string
}

/** Each content to the last level with its price, and why it is that; the total below. */
export function BreakdownRows({ breakdown, total }: BreakdownRowsProps) {
  const { t } = useTexts("packages")
  const format = useFormat()
  const { nodes, currency_code, duration, has_percent } = breakdown
  return (
    <>
      <ul aria-label={t("breakdown.title")} className="flex flex-col gap-y-2 px-6 py-4">
        {nodes.map((node) => (
          <BreakdownRow key={node.path} node={node} currency={currency_code} />
        ))}
      </ul>
      <div className="bg-ui-bg-subtle flex flex-col gap-y-1 rounded-b-lg px-6 py-4">
        {duration && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("breakdown.duration", { days: format.number(duration.days), hours: format.number(duration.hours) })}
          </Text>
        )}
        <AmountRow label={t("breakdown.total")} amount={total} currency={currency_code} strong />
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t(nodes.some((node) => node.is_tax_inclusive) ? "breakdown.with_tax" : "breakdown.without_tax")}
          {has_percent && ` ${t("breakdown.has_percent")}`}
        </Text>
      </div>
    </>
  )
}

const INDENTS = ["", "pl-4", "pl-8", "pl-12", "pl-16"]

function BreakdownRow({ node, currency }: { node: BreakdownNodeAnswer; currency: string }) {
  const { t } = useTexts("packages")
  const format = useFormat()
  const { depth, title, variant_title, quantity, pieces, units, unit, reason, is_unseen, unit_price, total } = node
  const name = [title ?? t("product_gone"), variant_title].filter(Boolean).join(" · ")
  const price = format.money(unit_price, currency)
  const why = unit ? t(`reasons.by_${unit}`, { count: units ?? 1, price }) : t(`reasons.${reason}`, { price })
  return (
    <li className={clx("flex items-start justify-between gap-x-3", INDENTS[Math.min(depth, INDENTS.length - 1)])}>
      <div className="min-w-0">
        <Text size="small" weight={node.is_package ? "plus" : "regular"} className="flex min-w-0 items-center gap-x-1">
          <span className="min-w-0 break-words">
            {pieces > 1 && `${format.number(pieces)} × `}
            {name}
          </span>
          {is_unseen && <EyeSlash className="text-ui-fg-muted shrink-0" aria-label={t("entry.hidden")} />}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {why}
          {depth > 0 &&
            pieces !== quantity &&
            ` · ${t("breakdown.per_package", { quantity: format.number(quantity) })}`}
        </Text>
      </div>
      <Text
        size="small"
        weight={depth === 0 ? "plus" : "regular"}
        className={clx("shrink-0 tabular-nums", Number(total) === 0 && "text-ui-fg-muted")}
      >
        {format.money(total, currency)}
      </Text>
    </li>
  )
}
