import { CheckCircle, XCircle } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import type { TracedDiscount } from "../../../../contracts/discounts/answers"
import { useDiscountWords } from "../../../lib/discounts/use-discount-words"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"
import { TypeBadge } from "../article-discounts/type-badge"

interface PriceTraceProps {
  trace: TracedDiscount[]
  currency: string
}

/** Every discount that was checked for a line, in that order, and its outcome (D22). */
export function PriceTrace({ trace, currency }: PriceTraceProps) {
  const { t } = useTexts("discounts")
  if (trace.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("trace.none")}
      </Text>
    )
  }
  return (
    <ol aria-label={t("trace.why")} className="border-ui-border-base divide-y rounded-lg border">
      {trace.map((looked, place) => (
        <TraceRow key={`${looked.source}-${looked.discount_id ?? ""}-${place}`} looked={looked} currency={currency} />
      ))}
    </ol>
  )
}

function TraceRow({ looked, currency }: { looked: TracedDiscount; currency: string }) {
  const { t } = useTexts("discounts")
  const format = useFormat()
  const words = useDiscountWords()
  const { source, measured, matched } = looked
  const applied = looked.outcome === "applied"
  const facts = [
    measured && source === "order" && t("trace.order_value", { value: format.money(measured.value, currency) }),
    measured?.trigger === "quantity" && t("trace.quantity", { value: format.number(Number(measured.value)) }),
    measured?.trigger === "amount" &&
      source === "article" &&
      t("trace.amount", { value: format.money(measured.value, currency) }),
    matched &&
      (source === "personal"
        ? words.ofValue(matched, currency)
        : t("words.rule", {
            when: words.ofBounds(matched, source === "order" ? "amount" : (measured?.trigger ?? "quantity"), currency),
            gives: words.ofValue(matched, currency),
          })),
  ].filter(Boolean)

  return (
    <li className="flex items-start gap-x-2 px-3 py-2">
      {applied ? (
        <CheckCircle className="text-ui-tag-green-icon mt-0.5 shrink-0" aria-hidden />
      ) : (
        <XCircle className="text-ui-fg-muted mt-0.5 shrink-0" aria-hidden />
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-y-0.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Text size="small" weight="plus" className="break-words">
            {source === "personal" ? t("sources.personal") : looked.name}
          </Text>
          {looked.type ? (
            <TypeBadge type={looked.type} />
          ) : (
            source === "order" && <Badge size="2xsmall">{t("sources.order")}</Badge>
          )}
          {looked.level && (
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t(`trace.levels.${looked.level}`)}
            </Text>
          )}
        </div>
        <Text size="small" className="text-ui-fg-subtle">
          {applied || !looked.reason ? t("trace.applied") : t(`refusals.${looked.reason}`)}
        </Text>
        {facts.length > 0 && (
          <Text size="xsmall" className="text-ui-fg-muted tabular-nums">
            {facts.join(" · ")}
          </Text>
        )}
      </div>
      {applied && (
        <Text size="small" weight="plus" className="whitespace-nowrap tabular-nums">
          −{format.money(looked.amount, currency)}
        </Text>
      )}
    </li>
  )
}
