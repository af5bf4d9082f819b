import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** Says that there is nothing, and what would put something here. */
export function EmptyNote({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-y-1 px-6 py-8 text-center">
      <Text size="small" weight="plus">
        {title}
      </Text>
      {hint && (
        <Text size="small" className="text-ui-fg-subtle max-w-prose">
          {hint}
        </Text>
      )}
      {children && <div className="pt-2">{children}</div>}
    </div>
  )
}
