import { clx } from "@medusajs/ui"

interface FilterChipProps {
  label: string
  /** How many there would be with it, as it is shown. */
  count?: string | undefined
  isOn: boolean
  onToggle: () => void
}

/** A filter that is taken in and out with a press, with how many it leaves. */
export function FilterChip({ label, count, isOn, onToggle }: FilterChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onToggle}
      className={clx(
        "txt-compact-small-plus focus-visible:shadow-borders-focus flex items-center gap-x-1.5 rounded-full px-3 py-1 outline-none",
        isOn
          ? "bg-ui-button-inverted text-ui-fg-on-inverted"
          : "bg-ui-bg-base shadow-borders-base text-ui-fg-subtle hover:bg-ui-bg-base-hover",
      )}
    >
      {label}
      {count !== undefined && <span className="tabular-nums opacity-70">{count}</span>}
    </button>
  )
}
