const FIELDS =
  "input:not([type=hidden]):not([aria-hidden=true]), textarea, [role=combobox], [role=radio], [role=switch]"

/** Gives the focus to the first field in it: who opens a form can type at once. False where there is none. */
export function focusFirstField(form: HTMLElement | null): boolean {
  const field = form?.querySelector<HTMLElement>(FIELDS)
  field?.focus()
  return Boolean(field)
}

/** For a drawer, which would give the focus to the button that closes it. */
export function focusOnOpen(event: Event): void {
  if (event.currentTarget instanceof HTMLElement && focusFirstField(event.currentTarget)) {
    event.preventDefault()
  }
}
