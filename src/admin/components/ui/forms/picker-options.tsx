import { clx } from "@medusajs/ui"
import { useEffect } from "react"
import type { Option } from "../../../lib/use-found"

interface PickerOptionsProps<T extends Option> {
  /** Of the list; an option's is made of it and its own. */
  id: string
  label: string
  options: T[]
  activeId: string | null
  onPick: (option: T) => void
}

/** What a picker has found. The focus stays in its search, so an option is only marked. */
export function PickerOptions<T extends Option>({ id, label, options, activeId, onPick }: PickerOptionsProps<T>) {
  useEffect(() => {
    if (activeId !== null) {
      document.getElementById(`${id}-${activeId}`)?.scrollIntoView({ block: "nearest" })
    }
  }, [id, activeId])
  return (
    <ul id={id} role="listbox" aria-label={label} className="max-h-64 overflow-y-auto px-1 pb-1">
      {options.map((option) => (
        <li
          key={option.id}
          id={`${id}-${option.id}`}
          role="option"
          aria-selected={option.id === activeId}
          className={clx(
            "hover:bg-ui-bg-component-hover flex w-full cursor-pointer flex-col rounded-md px-2 py-1.5 text-left",
            option.id === activeId && "bg-ui-bg-component-hover",
          )}
          // A press would take the focus out of the search.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(option)}
        >
          <span className="txt-compact-small text-ui-fg-base break-words">{option.title}</span>
          {option.hint && <span className="txt-compact-xsmall text-ui-fg-subtle">{option.hint}</span>}
        </li>
      ))}
    </ul>
  )
}
