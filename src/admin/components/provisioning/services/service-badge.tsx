import { StatusBadge } from "@medusajs/ui"
import type { CallStatus, ServiceStatus } from "../../../../rules/provisioning/states"
import { CALL_COLORS, SERVICE_COLORS } from "../../../lib/provisioning/service-colors"
import { useTexts } from "../../../lib/use-texts"

/** A service's state by its colour and name. */
export function ServiceBadge({ status }: { status: ServiceStatus }) {
  const { t } = useTexts("provisioning")
  return (
    <StatusBadge color={SERVICE_COLORS[status]} className="w-fit whitespace-nowrap">
      {t(`statuses.${status}`)}
    </StatusBadge>
  )
}

/** A call's state by its colour and name. */
export function CallBadge({ status }: { status: CallStatus }) {
  const { t } = useTexts("provisioning")
  return (
    <StatusBadge color={CALL_COLORS[status]} className="w-fit whitespace-nowrap">
      {t(`call_statuses.${status}`)}
    </StatusBadge>
  )
}
