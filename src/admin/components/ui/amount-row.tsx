import { Text } from "@medusajs/ui"
import type { AmountAnswer } from "../../../contracts/amount"
import { useFormat } from "../../lib/use-format"

interface AmountRowProps {
  label: string
  amount: AmountAnswer
  currency: string
  strong?: boolean
  /** Whether it is taken off: a minus goes in front. */
  isTakenOff?: boolean
}

export function AmountRow({ label, amount, currency, strong, isTakenOff }: AmountRowProps) {
  const format = useFormat()
  const weight = strong ? "plus" : "regular"
  return (
    <div className="flex items-center justify-between gap-x-4">
      <Text size="small" weight={weight} className={strong ? undefined : "text-ui-fg-subtle"}>
        {label}
      </Text>
      <Text size="small" weight={weight} className="whitespace-nowrap tabular-nums">
        {isTakenOff && "−"}
        {format.money(amount, currency)}
      </Text>
    </div>
  )
}
