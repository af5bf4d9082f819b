import { StatusBadge } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"

const COLORS = { published: "green", draft: "grey", proposed: "orange", rejected: "red" } as const

const isStatus = (status: string): status is keyof typeof COLORS => status in COLORS

/** The status of a package's product: a draft is not sold. */
export function ProductStatus({ status }: { status: string }) {
  const { t } = useTexts("packages")
  return isStatus(status) ? <StatusBadge color={COLORS[status]}>{t(`status.${status}`)}</StatusBadge> : null
}
