import { Input } from "@medusajs/ui"
import { forwardRef, type ComponentPropsWithoutRef } from "react"

interface AmountInputProps extends Omit<ComponentPropsWithoutRef<typeof Input>, "size" | "type"> {
  currency: string
  invalid?: boolean
}

/** An amount in major units. It stays text, so that no digit is lost; a decimal comma is taken, too. */
export const AmountInput = forwardRef<HTMLInputElement, AmountInputProps>(({ currency, invalid, ...props }, ref) => (
  <div className="relative">
    <span
      aria-hidden
      className="txt-compact-small text-ui-fg-muted pointer-events-none absolute inset-y-0 left-2 z-[1] flex items-center"
    >
      {currency.toUpperCase()}
    </span>
    <Input
      ref={ref}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      size="small"
      aria-invalid={invalid}
      className="pl-11 text-right tabular-nums"
      {...props}
    />
  </div>
))
AmountInput.displayName = "AmountInput"
