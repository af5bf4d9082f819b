import { Input } from "@medusajs/ui"
import { forwardRef, type ComponentPropsWithoutRef } from "react"

interface UnitInputProps extends Omit<ComponentPropsWithoutRef<typeof Input>, "size" | "type"> {
  /** Stands behind what is typed: "%". */
  unit: string
}

/** A decimal with its unit. It stays text, so that no digit is lost. */
export const UnitInput = forwardRef<HTMLInputElement, UnitInputProps>(({ unit, ...props }, ref) => (
  <div className="relative">
    <Input
      ref={ref}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      size="small"
      className="pr-7 text-right tabular-nums"
      {...props}
    />
    <span
      aria-hidden
      className="txt-compact-small text-ui-fg-muted pointer-events-none absolute inset-y-0 right-2 flex items-center"
    >
      {unit}
    </span>
  </div>
))
UnitInput.displayName = "UnitInput"
