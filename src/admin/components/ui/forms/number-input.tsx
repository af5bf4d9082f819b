import { Hint, Input, clx } from "@medusajs/ui"
import { forwardRef, useState } from "react"
import { typedNumber, unreadText } from "../../../lib/numbers/typed-number"
import { useNumberWords } from "../../../lib/numbers/use-number-words"
import { useFormat } from "../../../lib/use-format"
import { writeNumber } from "../../../lib/numbers/write-number"

export interface NumberInputProps {
  id?: string
  name?: string
  /** A plain decimal, or what `typedNumber` makes of a text that is none. */
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** An amount of money in this currency: its code stands in front. */
  currency?: string
  /** Stands behind the number: "%". */
  unit?: string
  isWhole?: boolean
  size?: "base" | "small"
  placeholder?: string
  "aria-label"?: string
  /** What is wrong with the number; that it cannot be read is said by the field itself. */
  error?: string | undefined
}

/**
 * Every number of the admin is typed here, as the reader's locale writes it. The field says what it understood, and
 * shows it in full when it is left; what may be more than one number is refused. Digits are kept as they were typed.
 */
export const NumberInput = forwardRef<HTMLInputElement, NumberInputProps>((props, ref) => {
  const { value, onChange, onBlur, currency, unit, isWhole, size = "small", error, ...rest } = props
  const { locale } = useFormat()
  const words = useNumberWords()
  const [typed, setTyped] = useState<{ text: string; value: string } | null>(null)
  const isTyping = typed !== null && typed.value === value
  const text = isTyping ? typed.text : (unreadText(value) ?? writeNumber(value, locale))
  const unread = words.ofProblem(value, isWhole)
  // A number is often none while it is typed: it is a mistake once the field is left, or the form was sent with it.
  const problem = unread && isTyping && !error ? undefined : (unread ?? error)
  const reading = text.trim() === value ? null : words.ofReading(value, currency)
  const note = isTyping && !problem ? (unread ?? reading) : null

  const type = (next: string) => {
    const read = typedNumber(next, locale)
    setTyped({ text: next, value: read })
    onChange(read)
  }
  const leave = () => {
    setTyped(null)
    onBlur?.()
  }

  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <div className="relative isolate">
        <Input
          ref={ref}
          type="text"
          inputMode={isWhole ? "numeric" : "decimal"}
          autoComplete="off"
          size={size}
          aria-invalid={Boolean(problem)}
          className={clx("text-right tabular-nums", currency && "pl-11", unit && (unit.length > 1 ? "pr-10" : "pr-7"))}
          {...rest}
          value={text}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
        />
        {currency && <Sign className="left-2">{currency.toUpperCase()}</Sign>}
        {unit && <Sign className="right-2">{unit}</Sign>}
      </div>
      {problem && (
        <Hint variant="error" role="alert">
          {problem}
        </Hint>
      )}
      {note && <Hint aria-live="polite">{note}</Hint>}
    </div>
  )
})
NumberInput.displayName = "NumberInput"

function Sign({ className, children }: { className: string; children: string }) {
  return (
    <span
      aria-hidden
      className={clx(
        "txt-compact-small text-ui-fg-muted pointer-events-none absolute inset-y-0 z-[1] flex items-center",
        className,
      )}
    >
      {children}
    </span>
  )
}
