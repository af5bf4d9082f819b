import { StatusBadge } from "@medusajs/ui"
import type { Temperature } from "../../../../rules/customers/states"
import { TEMPERATURE_COLORS } from "../../../lib/customers/customer-colors"
import { useTexts } from "../../../lib/use-texts"

/** How warm a customer is, by its colour and its name. */
export function TemperatureBadge({ temperature }: { temperature: Temperature }) {
  const { t } = useTexts("customers")
  return (
    <StatusBadge color={TEMPERATURE_COLORS[temperature]} className="w-fit whitespace-nowrap">
      {t(`temperatures.${temperature}`)}
    </StatusBadge>
  )
}
