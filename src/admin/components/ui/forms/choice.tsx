import { Select } from "@medusajs/ui"

interface ChoiceProps<T extends string> {
  id?: string
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  disabled?: boolean
  /** Shown while nothing is chosen. */
  placeholder?: string
  size?: "base" | "small"
}

/** One of a few, by the dashboard's own select. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { id, label, value, options, onChange, disabled, placeholder, size } = props
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next)
    if (option) {
      onChange(option.value)
    }
  }
  return (
    <Select value={value} onValueChange={choose} disabled={disabled} size={size}>
      <Select.Trigger id={id} aria-label={label}>
        <Select.Value placeholder={placeholder} />
      </Select.Trigger>
      <Select.Content>
        {options.map((option) => (
          <Select.Item key={option.value} value={option.value}>
            {option.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
