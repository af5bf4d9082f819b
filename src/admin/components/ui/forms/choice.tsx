import { Select } from "@medusajs/ui"

interface ChoiceProps<T extends string> {
  id?: string
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  disabled?: boolean
  size?: "base" | "small"
}

/** One of a few, by the dashboard's own select. */
export function Choice<T extends string>({ id, label, value, options, onChange, disabled, size }: ChoiceProps<T>) {
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next)
    if (option) {
      onChange(option.value)
    }
  }
  return (
    <Select value={value} onValueChange={choose} disabled={disabled} size={size}>
      <Select.Trigger id={id} aria-label={label}>
        <Select.Value />
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
