import { Hint, Label } from "@medusajs/ui"
import type { ReactNode } from "react"

interface FieldProps {
  label: string
  /** Id of the control, so that the label belongs to it. */
  htmlFor?: string
  hint?: string
  error?: string
  children: ReactNode
}

/** A control with its label, a hint, and what is wrong with it. */
export function Field({ label, htmlFor, hint, error, children }: FieldProps) {
  return (
    <div className="flex min-w-0 flex-col gap-y-1.5">
      <Label size="small" weight="plus" htmlFor={htmlFor}>
        {label}
      </Label>
      {children}
      {hint && !error && <Hint>{hint}</Hint>}
      {error && (
        <Hint variant="error" role="alert">
          {error}
        </Hint>
      )}
    </div>
  )
}
