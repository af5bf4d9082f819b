import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A name and its value, side by side; one under the other where the screen is narrow. */
export function FieldRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-x-4 gap-y-1 px-6 py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <Text size="small" weight="plus" leading="compact" className="text-ui-fg-subtle">
        {label}
      </Text>
      <div className="txt-small text-ui-fg-base min-w-0 break-words">{children}</div>
    </div>
  )
}
