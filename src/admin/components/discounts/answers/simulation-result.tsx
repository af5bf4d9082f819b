import { Text } from "@medusajs/ui"
import type { SimulateAnswer } from "../../../../contracts/discounts/answers"
import { subtract, sum } from "../../../../rules/money"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"
import { AmountRow } from "../../ui/amount-row"
import { Section } from "../../ui/section"
import { PricedLine } from "./priced-line"

/** The evaluation of the simulated cart: line by line, with every reason (D22). */
export function SimulationResult({ answer }: { answer: SimulateAnswer["answer"] }) {
  const { t } = useTexts("discounts")
  const format = useFormat()
  const { currency_code: currency, lines } = answer
  const price = sum(lines.map((line) => line.price))
  return (
    <Section
      title={t("simulator.result")}
      hint={[
        format.date(answer.as_of),
        t("trace.order_value", { value: format.money(answer.order_value, currency) }),
      ].join(" · ")}
    >
      <ul className="divide-y">
        {lines.map((line) => (
          <PricedLine key={line.id} line={line} currency={currency} open />
        ))}
      </ul>
      <div className="bg-ui-bg-subtle flex flex-col gap-y-1 rounded-b-lg px-6 py-4" aria-live="polite">
        <AmountRow label={t("simulator.before")} amount={price} currency={currency} />
        <AmountRow label={t("simulator.taken_off")} amount={answer.total} currency={currency} isTakenOff />
        <AmountRow label={t("trace.left")} amount={subtract(price, answer.total)} currency={currency} strong />
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("simulator.before_codes")}
        </Text>
      </div>
    </Section>
  )
}
