import { StatusBadge } from "@medusajs/ui"
import { useTexts } from "../../lib/use-texts"
import { STATE_COLORS, type StateColor, type StateKind, type StateOf } from "../../lib/billing/state-colors"

/** A state by its colour and its name in the user's language. */
export function StateBadge<K extends StateKind>({ kind, state }: { kind: K; state: StateOf<K> }) {
  const { t } = useTexts("billing")
  const colors: Record<string, StateColor> = STATE_COLORS[kind]
  return (
    <StatusBadge color={colors[state] ?? "grey"} className="w-fit whitespace-nowrap">
      {t(`states.${kind}.${state}`)}
    </StatusBadge>
  )
}
