import { Container } from "@medusajs/ui"
import type { ReactNode } from "react"
import { ErrorPanel } from "./error-panel"
import { LoadingRows } from "./loading-rows"

interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; isError: boolean; refetch: () => unknown }
  rows?: number
  /** Puts what stands in for the thing into a card of its own, where it is the whole page. */
  framed?: boolean
  children: (data: T) => ReactNode
}

/** Rows on their way, what the server said if it refused, or the thing itself. Old data stays while new is fetched. */
export function Loaded<T>({ query, rows, framed, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>
  }
  const standIn = query.isError ? (
    <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <LoadingRows rows={rows} />
  )
  return framed ? <Container className="p-0">{standIn}</Container> : standIn
}
