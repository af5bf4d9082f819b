import { ChevronDownMini } from "@medusajs/icons"
import { Badge, Button, Text, clx } from "@medusajs/ui"
import { useId, useState } from "react"
import type { AnsweredLine, LineStepAnswer } from "../../../../contracts/discounts/answers"
import { subtract, sum } from "../../../../rules/money"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"
import { AmountRow } from "../../ui/amount-row"
import { PriceTrace } from "./price-trace"

interface PricedLineProps {
  line: AnsweredLine
  currency: string
  /** What the cart's stages did to it; discounts are shown by themselves. */
  steps?: LineStepAnswer[]
  /** Whether the reasons are open at first. */
  open?: boolean
}

/** A line's price, its discounts, what is left, and the reasons (D22). */
export function PricedLine({ line, currency, steps = [], open: opened = false }: PricedLineProps) {
  const { t } = useTexts("discounts")
  const format = useFormat()
  const [open, setOpen] = useState(opened)
  const id = useId()
  const others = steps.filter(({ stage }) => stage !== "discounts")
  const taken = others.filter(({ did }) => did === "took")
  const left = subtract(line.price, sum([line.amount, ...taken.map(({ amount }) => amount)]))
  return (
    <li aria-label={line.title} className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Text size="small" weight="plus" className="min-w-0 break-words">
          {t("trace.line", { quantity: format.number(line.quantity), title: line.title })}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle tabular-nums">
          {t(line.is_tax_inclusive ? "trace.each_with_tax" : "trace.each_without_tax", {
            amount: format.money(line.unit_price, currency),
          })}
        </Text>
      </div>
      <div className="flex flex-col gap-y-1">
        <AmountRow label={t("fields.price")} amount={line.price} currency={currency} />
        {taken.map(({ stage, description, amount }) => (
          <AmountRow key={stage} label={description} amount={amount} currency={currency} isTakenOff />
        ))}
        {line.discounts.map((discount) => (
          <AmountRow
            key={`${discount.source}-${discount.discount_id ?? ""}`}
            label={discount.source === "personal" ? t("sources.personal") : discount.name}
            amount={discount.amount}
            currency={currency}
            isTakenOff
          />
        ))}
        <AmountRow label={t("trace.left")} amount={left} currency={currency} strong />
      </div>
      {others.map(({ stage, room, did }) => (
        <Text key={`${stage}-${room}-${did}`} size="xsmall" className="text-ui-fg-subtle">
          {t(`steps.${did}`, { stage: t(`stages.${stage}`) })}
        </Text>
      ))}
      {line.capped_by && (
        <Badge size="2xsmall" color="orange" className="w-fit whitespace-normal">
          {t(`capped_by.${line.capped_by}`)}
        </Badge>
      )}
      <Button
        type="button"
        size="small"
        variant="transparent"
        className="-ml-2 w-fit"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <ChevronDownMini className={clx("transition-transform", open && "rotate-180")} />
        {t("trace.why")}
      </Button>
      <div id={id} hidden={!open}>
        {open && <PriceTrace trace={line.trace} currency={currency} />}
      </div>
    </li>
  )
}
