import { Skeleton } from "@medusajs/ui"
import { useTexts } from "../../lib/use-texts"

/** Placeholder rows while loading. */
export function LoadingRows({ rows = 3 }: { rows?: number }) {
  const { t } = useTexts("ui")
  return (
    <div role="status" aria-label={t("common.loading")} className="flex flex-col gap-y-3 px-6 py-4">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} className="h-6 w-full" />
      ))}
    </div>
  )
}
