import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface FormPartProps {
  title: string
  hint?: string
  actions?: ReactNode
  children: ReactNode
}

/** A part of a long form, with its heading. */
export function FormPart({ title, hint, actions, children }: FormPartProps) {
  return (
    <section className="flex flex-col gap-y-4">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <div className="min-w-0">
          <Heading level="h2">{title}</Heading>
          {hint && (
            <Text size="small" className="text-ui-fg-subtle">
              {hint}
            </Text>
          )}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
