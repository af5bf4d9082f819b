import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface SectionProps {
  title: ReactNode
  /** One line under the title. */
  hint?: ReactNode
  level?: "h1" | "h2"
  actions?: ReactNode
  children?: ReactNode
}

/** A card of the dashboard with its heading, in the dashboard's own measures. */
export function Section({ title, hint, level = "h2", actions, children }: SectionProps) {
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="min-w-0">
          <Heading level={level} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {title}
          </Heading>
          {hint && (
            <Text size="small" className="text-ui-fg-subtle">
              {hint}
            </Text>
          )}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </Container>
  )
}
