import { Container } from "@medusajs/ui"
import type { ReactNode } from "react"
import { ErrorPanel } from "./error-panel"
import { LoadingRows } from "./loading-rows"

interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; isError: boolean; refetch: () => unknown }
  rows?: number
  /** Shows loading and errors in a card of their own, where the content is the whole page. */
  framed?: boolean
  children: (data: T) => ReactNode
}

/** Loading rows, the server's error, or the content. Old data stays while new is fetched. */
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
