import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../lib/namespace"
import { STATE_COLORS, type StateColor, type StateKind, type StateOf } from "../../lib/billing/state-colors"

/** A state by its colour and its name in the user's language. */
export function StateBadge<K extends StateKind>({ kind, state }: { kind: K; state: StateOf<K> }) {
  const { t } = useTranslation(NAMESPACE)
  const colors: Record<string, StateColor> = STATE_COLORS[kind]
  return (
    <StatusBadge color={colors[state] ?? "grey"} className="w-fit whitespace-nowrap">
      {t(`states.${kind}.${state}`)}
    </StatusBadge>
  )
}
