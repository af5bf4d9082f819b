import type { ReactNode } from "react"

interface CardRowProps {
  /** What it is: a link, a name. */
  children: ReactNode
  /** A line under it. */
  hint?: ReactNode
  /** What it is worth, how it stands. */
  end?: ReactNode
}

/** A row of a compact card. */
export function CardRow({ children, hint, end }: CardRowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-6 py-3">
      <div className="txt-small min-w-0 break-words">
        <div className="text-ui-fg-base">{children}</div>
        {hint && <div className="txt-xsmall text-ui-fg-subtle">{hint}</div>}
      </div>
      {end && <div className="txt-small flex items-center gap-x-2">{end}</div>}
    </li>
  )
}
